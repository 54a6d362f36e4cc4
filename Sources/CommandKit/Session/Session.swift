package import Cache
package import Graph
import Identity
import Output

/// What one command is given: the tenant, the place, the person to ask, and how it was called.
package struct Session: Sendable {
  package let workspace: Workspace
  /// How this command was called.
  package let call: Call
  /// Whether it works behind the prompt's back: its requests are nobody's, and count for no statement.
  let isQuiet: Bool
  /// The bot that requests are sent as, where it is not Graph that they go to.
  private let bot: SignedIn?

  package init(workspace: Workspace, call: Call, isQuiet: Bool = false) {
    self.init(workspace: workspace, call: call, isQuiet: isQuiet, bot: nil)
  }

  private init(workspace: Workspace, call: Call, isQuiet: Bool, bot: SignedIn?) {
    self.workspace = workspace
    self.call = call
    self.isQuiet = isQuiet
    self.bot = bot
  }

  /// The same command as it speaks to the Bot connector: its requests go there, as the bot.
  ///
  /// - Throws: ``CommandError`` where no bot is signed in, and none can be by itself.
  package func asBot() async throws -> Session {
    var found = workspace.identities[.bot]
    if found == nil { found = try await SignIn(workspace: workspace).prepared(as: [.bot]) }
    guard let bot = found else {
      let lack: BotLack = workspace.configuration.botID == nil ? .id : .secret
      throw CommandError(.botMissing(lack))
    }
    return Session(workspace: workspace, call: call, isQuiet: isQuiet, bot: bot)
  }

  package var place: Place { workspace.place }

  /// What is remembered of the tenant, as the identity sees it that this command uses.
  package var cache: TenantCache? {
    heldIdentity.map { workspace.cache(of: $0) } ?? workspace.cache
  }

  /// The identity that this command uses: the one asked for with `--as`, else a person before an app.
  ///
  /// One that is held comes first, then one that can be taken up without asking anybody. Where there is none at
  /// all, a person at the terminal is signed in now. Another identity is never tried after a refusal.
  ///
  /// - Throws: ``CommandError`` when no identity that the command can use is to be had.
  package func identity() async throws -> SignedIn {
    if let bot { return bot }
    if let held = heldIdentity { return held }
    let signIn = SignIn(workspace: workspace)
    let wanted = wantedKinds
    if let prepared = try await signIn.prepared(as: wanted) { return prepared }
    guard workspace.identities.isEmpty, wanted.first == .person else {
      let kinds = IdentityKind.allCases.filter(call.permissions.allows)
      let needed = askedIdentity.flatMap { kinds.contains($0) ? $0 : nil } ?? kinds.first
      throw CommandError(
        .identityMissing(
          needed: [(needed ?? .person).rawValue],
          held: workspace.identities.keys.map(\.rawValue).sorted(), command: call.command))
    }
    guard call.io.isInteractive else { throw CommandError(.notSignedIn) }
    return try await signIn.deviceCode()
  }

  /// Every identity held; takes up what needs nobody, such as a ready token, where none is.
  ///
  /// - Throws: ``CommandError`` when nobody is signed in.
  package func identities() async throws -> [IdentityKind: SignedIn] {
    if workspace.identities.isEmpty {
      let kinds = askedIdentity.map { [$0] } ?? IdentityKind.allCases
      guard try await SignIn(workspace: workspace).prepared(as: kinds) != nil else {
        throw CommandError(.notSignedIn)
      }
    }
    return workspace.identities
  }

  /// The identity that this command would use, where it is signed in already.
  package var heldIdentity: SignedIn? {
    wantedKinds.lazy.compactMap { workspace.identities[$0] }.first
  }

  /// The identities that the command can use and may, in the order in which they are taken.
  private var wantedKinds: [IdentityKind] {
    (askedIdentity.map { [$0] } ?? IdentityKind.allCases)
      .filter(call.permissions.allows)
  }

  private var askedIdentity: IdentityKind? {
    call.identity ?? workspace.configuration.identity
  }

  /// The way to Graph, as the identity that this command uses.
  package var graph: GraphClient {
    get async throws {
      let identity = try await identity()
      if bot == nil { advise(identity) }
      return workspace.graph(as: identity, meter: isQuiet ? nil : workspace.meter)
    }
  }

  /// Where remarks beside the output go.
  var remarks: any Sink { call.io.remarks ?? workspace.errors }

  /// Says something beside the output.
  package func tell(_ text: String) {
    call.progressLine?.end()
    workspace.tell(text, on: remarks)
  }

  /// Asks before something is taken away; returns when it may be.
  ///
  /// `--yes` and `--dry-run` answer by themselves. Whoever calls a command where nobody can answer was
  /// turned away before it ran.
  ///
  /// - Throws: ``CommandError`` with `declined` for any other answer than yes.
  package func confirm(_ question: String) async throws {
    if call.assumesYes || call.isDryRun { return }
    guard let questioner = workspace.questioner else {
      throw CommandError(.notConfirmed(command: call.command))
    }
    let answer = await questioner.ask("\(HostileText.visible(question)) [y/N] ")
    guard ["y", "yes"].contains(answer?.lowercased() ?? "") else {
      throw CommandError(.declined)
    }
  }
}

extension Workspace {
  /// A client that sends as one identity, a bot's to the Bot connector; a meter counts what it sends.
  package func graph(as identity: SignedIn, meter: GraphMeter?) -> GraphClient {
    guard identity.kind == .bot, let connector = connectorRoot else {
      return GraphClient(
        authority: configuration.graphRoot, tokens: identity.tokens, transport: transport,
        pace: pace, meter: meter, clock: clock, logger: logger)
    }
    return GraphClient(
      authority: connector, server: .connector, tokens: identity.tokens, transport: transport,
      meter: meter, clock: clock, logger: logger)
  }
}
