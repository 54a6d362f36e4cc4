import ArgumentParser
import CommandKit
import Foundation

/// How much of a chat's past somebody sees who is added to it.
enum SharedHistory: Sendable, Hashable, ExpressibleByArgument {
  case all, none
  case since(Moment)

  init?(argument: String) {
    switch Word(argument: argument)?.text {
    case "all": self = .all
    case "none": self = .none
    default:
      guard let moment = Moment(argument: argument) else { return nil }
      self = .since(moment)
    }
  }

  /// The value of `visibleHistoryStartDateTime`; `nil` where it is left out.
  ///
  /// Graph takes the first moment of all times for the whole past, and an empty text for a fault.
  func start(from now: Date) -> String? {
    switch self {
    case .all: "0001-01-01T00:00:00Z"
    case .none: nil
    case .since(let moment): moment.date(from: now).ISO8601Format()
    }
  }
}
