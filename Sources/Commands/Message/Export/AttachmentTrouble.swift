import CommandKit
import Graph

/// What came of one file or picture that hangs on a message.
enum SavedAttachment: Sendable, Hashable {
  /// It lies there, as seen from the document.
  case file(String)
  case trouble(AttachmentTrouble)
}

/// Why a file or picture was not saved, or not as it should be.
enum AttachmentTrouble: Sendable, Hashable {
  /// Nothing is there any more.
  case gone
  /// This identity may not read it.
  case unreadable
  /// It is there, and has no bytes; saved all the same.
  case empty(file: String)
  case tooLarge(bytes: Int, limit: Int)
  /// It was changed while it was read, and again while it was read anew.
  case changed
  /// The message does not say where it is.
  case noAddress
  /// Anything else, in the words of the failure.
  case failed(String)

  /// Whether something is missing that the message had.
  var isMissing: Bool {
    if case .empty = self { false } else { true }
  }

  /// What is said of it, behind its name.
  var words: String {
    switch self {
    case .gone: "is not there any more"
    case .unreadable: "may not be read by this sign-in"
    case .empty: "is empty"
    case .tooLarge(let bytes, let limit):
      "has \(bytes >> 20) MiB, more than the limit of \(limit >> 20)"
    case .changed: "was changed while it was read"
    case .noAddress: "has no address"
    case .failed(let words): "could not be read: \(words)"
    }
  }

  /// What a failed download means; `nil` where it means that nothing more can be read at all.
  ///
  /// - Parameters:
  ///   - error: The failure.
  ///   - isOpen: Whether the sign-in may read some things of the kind.
  init?(_ error: any Error, isOpen: Bool) {
    let failure = Failure(error)
    guard let error = error as? GraphError else {
      guard failure.exitCode == .network else { return nil }
      self = .failed(failure.what)
      return
    }
    switch error.code {
    case .notFound, .gone: self = .gone
    // What a sign-in lacks altogether it lacks for every other attachment, too.
    case .forbidden where error.missingPermissions.isEmpty && isOpen: self = .unreadable
    case .forbidden, .unauthorized, .foreignToken: return nil
    default: self = .failed(failure.what)
    }
  }
}
