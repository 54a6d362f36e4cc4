import CommandKit
import Documents
import Foundation
import Subprocess
import SystemPackage

/// The local tenant, as a child of this process that ends with it.
struct DemoTenant: Sendable {
  /// What the tenant says of itself when it is ready.
  struct Facts: Sendable {
    let graph: String
    let login: String
    let tenantID: String
    let clientID: String
    let clientSecret: String
    let connector: String
    let botID: String
    let botSecret: String
    let admin: String

    init?(_ line: String) {
      guard let document = try? JSON(parsing: line),
        let graph = document["graph"]?.string, let login = document["login"]?.string,
        let tenantID = document["tenantId"]?.string, let clientID = document["clientId"]?.string,
        let clientSecret = document["clientSecret"]?.string,
        let connector = document["bot"]?.string, let botID = document["botId"]?.string,
        let botSecret = document["botSecret"]?.string, let admin = document["admin"]?.string
      else { return nil }
      self.graph = graph
      self.login = login
      self.tenantID = tenantID
      self.clientID = clientID
      self.clientSecret = clientSecret
      self.connector = connector
      self.botID = botID
      self.botSecret = botSecret
      self.admin = admin
    }
  }

  /// The program, which lies beside this one.
  let program: String
  let arguments: [String]

  /// Starts the tenant, does the work with it, and ends it.
  ///
  /// The tenant is held by its standard input: it ends when that closes, so also when this process is
  /// killed. It has a process group of its own, which Ctrl-C at the prompt does not reach.
  ///
  /// - Throws: ``CommandError`` when it does not start; whatever the work throws.
  func run<Value: Sendable>(
    _ body: @Sendable @escaping (Facts) async throws -> Value
  ) async throws -> Value {
    let holding = try FileDescriptor.pipe()
    // Another child that inherited it would keep the tenant alive.
    for end in [holding.readEnd, holding.writeEnd] {
      _ = fcntl(end.rawValue, F_SETFD, FD_CLOEXEC)
    }
    var options = PlatformOptions()
    options.processGroupID = 0
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(["--with-parent"] + arguments),
      platformOptions: options,
      input: .fileDescriptor(holding.readEnd, closeAfterSpawningProcess: true),
      output: .sequence,
      error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false)
    ) { execution in
      var first: String?
      for try await line in execution.standardOutput.strings() {
        first = line
        break
      }
      defer { try? holding.writeEnd.close() }
      guard let first, let facts = Facts(first) else { throw CommandError(.demoFailed) }
      return try await body(facts)
    }
    return result.closureResult
  }
}
