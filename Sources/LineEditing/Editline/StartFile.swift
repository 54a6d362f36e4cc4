import Foundation

/// What a person's `.editrc` says to all programs that edit lines with libedit.
package struct StartFile: Sendable, Hashable {
  /// The mode that it chooses; `nil` where it does not.
  package private(set) var mode: EditingMode?
  /// Whether it wants no editing at all.
  package private(set) var isOff = false
  /// The lines for libedit, in their order.
  private(set) var commands: [String] = []

  private static let program = "teamsh"

  /// Makes one that says nothing.
  package init() {}

  /// Reads the file that `EDITRC` names, or `.editrc` in the home folder.
  package init(environment: [String: String]) {
    let path = environment["EDITRC"] ?? environment["HOME"].map { $0 + "/.editrc" }
    let data = path.flatMap { FileManager.default.contents(atPath: $0) } ?? Data()
    self.init(text: String(decoding: data, as: UTF8.self))
  }

  /// Reads the text of such a file.
  ///
  /// A choice of the mode is taken out of it, since libedit would forget all bindings at it, and some
  /// of them are ours.
  init(text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.drop { $0.isWhitespace }
      guard !line.isEmpty, line.first != "#" else { continue }
      let words = Self.words(of: line)
      switch words {
      case ["bind", "-v"]?: mode = .vi
      case ["bind", "-e"]?: mode = .emacs
      case ["edit", "off"]?: isOff = true
      case ["edit", "on"]?: isOff = false
      case .some where Self.startsProgram(line): break
      case .some: commands.append(String(line))
      case nil: break
      }
    }
  }

  /// Whether a line binds libedit's own way to start an editor, which would run on the terminal as we hold
  /// it, and in a session that starts no programs.
  private static func startsProgram(_ line: Substring) -> Bool {
    line.filter { !"\"'\\".contains($0) }.contains("vi-histedit")
  }

  /// The words of a line, without the program it is for; `nil` for a line that is for another one.
  private static func words(of line: Substring) -> [String]? {
    var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let colon = words.first?.firstIndex(of: ":"), let first = words.first else {
      return words
    }
    // As libedit has it: what stands before the colon is a part of the program's name.
    guard program.contains(first[..<colon]) || first[..<colon] == "*" else { return nil }
    words[0] = String(first[first.index(after: colon)...])
    return words[0].isEmpty ? Array(words.dropFirst()) : words
  }
}
