/// What goes with the line of one read, besides the prompt.
package struct PromptSurroundings: Sendable, Hashable {
  /// The text at the right edge of the first row; `nil` for none.
  package var rightPrompt: String?
  /// What the window is called meanwhile; `nil` to leave its title alone.
  package var title: String?
  /// How the command before it ended; `nil` where there was none.
  package var lastStatus: Int32?

  /// Makes surroundings of nothing.
  package init() {}
}
