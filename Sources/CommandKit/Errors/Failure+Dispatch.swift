import Cache
import Graph
import Identity
import Output
import Records
import Transport

extension Failure {
  /// The words for any error that can reach the prompt.
  ///
  /// An error that no module of ours declares is a defect; it is shown as it describes itself.
  package init(_ error: any Error) {
    switch error {
    case let error as CommandError: self.init(error)
    case let error as IntegrationFault: self.init(error)
    case let error as PermissionFailure: self.init(error)
    case let error as GraphError: self.init(error)
    case let error as IdentityError: self.init(error)
    case let error as TransportError: self.init(error)
    case let error as ScriptError: self.init(error)
    case let error as ConfigurationError: self.init(error)
    case let error as CacheError: self.init(error)
    case let error as JournalError: self.init(error)
    case let error as RecordsError: self.init(error)
    case let error as EndpointFault: self.init(error)
    case let error as HookFault: self.init(error)
    case let error as SinkError: self.init(error)
    case let error as JQError: self.init(error)
    case is CancellationError: self.init("Interrupted.", .interrupted)
    default: self.init("Failed unexpectedly: \(error).", .failed)
    }
  }
}
