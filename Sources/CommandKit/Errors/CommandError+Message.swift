/// What can be wrong with the parts of a message before anything is sent.
extension CommandError {
  /// Why somebody cannot be mentioned.
  package enum MentionFault: Sendable, Hashable {
    /// No member of the place bears the name.
    case unknown
    /// Likewise, in what the bot says.
    case unknownToBot
    case ambiguous
    /// The member is in no directory.
    case withoutID
  }

  /// Why a document is no adaptive card.
  package enum CardFault: Sendable, Hashable {
    case notJSON(offset: Int)
    case notAnObject
    case wrongType(String?)
    case noVersion
    /// Nobody could answer it.
    case noButton
  }

  /// Why a file cannot be sent.
  package enum FileFault: Sendable, Hashable {
    case missing
    case notPermitted
    case unreadable(reason: String)
    case folder
    /// A device, a pipe or a socket.
    case special
    case empty
    case tooLarge(size: Int, limit: Int)
    /// It was written to while it was being sent.
    case changed
    /// It was taken away while it was being sent.
    case gone
  }
}
