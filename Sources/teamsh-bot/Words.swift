import BotEndpoint
import CommandKit
import Records

/// What is said when the endpoint cannot begin or go on.
enum Words {
  static func of(_ error: any Error) -> String {
    switch error {
    case let error as EndpointError: of(error)
    case let error as RecordsError: of(error)
    default: Failure(error).text
    }
  }

  private static func of(_ error: EndpointError) -> String {
    switch error {
    case .alreadyRunning(let folder):
      "An endpoint for \(folder) is running already. End it first, or name another --data folder."
    case .portTaken(let host, let port):
      "Port \(port) of \(host) is taken. Name another one with --port."
    case .cannotListen(let host, let port, let reason):
      "Cannot listen on port \(port) of \(host): \(reason)."
    case .certificateRefused(let reason):
      "Failed to validate certificate and/or private key: \(reason)"
    }
  }

  private static func of(_ error: RecordsError) -> String {
    switch error.code {
    case .unwritable: "\(error.path) cannot be written: \(error.reason)."
    case .damaged: "\(error.path) is damaged: \(error.reason)."
    case .newer: "\(error.path) was written by a newer version. Update teamsh-bot."
    case .noSpace: "The disk is full; \(error.path) cannot be written."
    case .busy: "\(error.path) is locked by another process."
    case .failed: "\(error.path) cannot be used: \(error.reason)."
    }
  }
}
