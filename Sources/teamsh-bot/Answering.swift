import CommandKit
import Commands
import Foundation
import Identity
import Logging
import Output
import Records
import Transport
import Turns

/// The half of the endpoint that answers: a session of teamsh's own, as the bot of a profile.
struct Answering: Sendable {
  private let workspace: Workspace
  private let inbox: Inbox
  private let store: IncidentStore
  private let secret: Secret?
  private let logger: Logger

  /// How long between two attempts to sign the bot in.
  private static let pause = Duration.seconds(30)

  /// - Parameters:
  ///   - configuration: What teamsh would be started with here.
  ///   - folder: The data folder, where it is another one than teamsh's.
  ///   - secret: The bot's secret, where it is in no file.
  ///   - logger: Takes what goes wrong.
  /// - Throws: `RecordsError` where the inbox or the incidents cannot be opened.
  init(configuration: Configuration, folder: String?, secret: String?, logger: Logger) throws {
    let files = configuration.files
    let environment = ProcessInfo.processInfo.environment
    let data = folder ?? files.data
    workspace = Workspace(
      configuration: configuration, catalog: .teamsh,
      transport: CurlTransport(configuration: CurlConfiguration(environment: environment)),
      journal: Journal(path: files.journalFile), tokenStore: KernelKeyring(),
      errors: Console(environment: environment).errors,
      logger: Logger(label: "teamsh-bot") { _ in SwiftLogNoOpLogHandler() })
    inbox = try Inbox.open(at: "\(data)/inbox.sqlite").inbox
    store = try IncidentStore.open(at: "\(data)/incidents.sqlite")
    self.secret = secret.map { Secret($0) }
    self.logger = logger
  }

  /// Answers until the task is cancelled; without the bot's token everything waits in the inbox.
  func run() async {
    let turns = TurnLoop(workspace: workspace, inbox: inbox, store: store, logger: logger)
    while !Task.isCancelled {
      do {
        try turns.learnSites()
        try await signIn()
        return await turns.run()
      } catch {
        logger.error("the bot cannot sign in", metadata: ["reason": "\(Failure(error).what)"])
      }
      try? await Task.sleep(for: Self.pause)
    }
  }

  private func signIn() async throws {
    let signIn = SignIn(workspace: workspace)
    if let secret {
      _ = try await signIn.bot(by: secret)
    } else if try await signIn.prepared(as: [.bot]) == nil {
      throw CommandError(.botMissing(.secret))
    }
    logger.info("the bot answers")
  }
}
