/// Asks the person at the terminal; a session without one asks nobody.
package protocol Questioner: Sendable {
  /// Shows a question and gives the line typed in answer; `nil` when the person broke off.
  func ask(_ question: String) async -> String?
}

/// Where notices go that do not belong to a command's output.
package protocol NoticeBoard: Sendable {
  /// Shows one line above whatever is being typed, or on standard error.
  func post(_ notice: String)
}

/// Shows a page to the person.
package protocol Browser: Sendable {
  /// Opens an address, and returns once the browser was started, not when it ends.
  func open(_ address: String) async throws(BrowserError)
}

/// Why no browser could be started.
package struct BrowserError: Error, Sendable {
  package let reason: String

  package init(reason: String) {
    self.reason = reason
  }
}
