/// The line that is typed next, before it is: `edit` acts through it.
package protocol LineComposer: Sendable {
  /// Lets the person edit a text in a program of their own, and makes what is left the line to go on with.
  ///
  /// - Returns: Whether there is such a line; not where the program failed, and the line stays empty.
  func compose(_ text: String) async -> Bool
}
