/// The keys that lines are edited with.
package enum EditMode: String, Sendable, Hashable, CaseIterable {
  /// As the person's `.editrc` says, and Emacs keys where it says nothing.
  case auto
  case emacs
  case vi
}
