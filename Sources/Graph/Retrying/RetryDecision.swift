/// What to do after one try.
package enum RetryDecision: Sendable, Hashable {
  /// Hand over what came, success or failure.
  case accept
  /// The object is gone, as a delete whose answer was lost had wished.
  case alreadyDone
  /// Get another token and send once more, at once.
  case replaceToken
  /// Send again after this long.
  case wait(Duration)
}
