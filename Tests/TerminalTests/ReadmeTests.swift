import Foundation
import TestSupport
import Testing

/// What the README shows first is what somebody sees who types it into the demo.
struct ReadmeTests {
  /// Lines as they stand in the README's first session, each under the prompt that it is typed at.
  private struct Scene {
    let rows: [String]

    /// The prompts, and what is typed at each.
    var statements: [(prompt: String, line: String)] {
      rows.compactMap { row in
        guard row.hasPrefix(Scene.person), let end = row.firstRange(of: "> ") else { return nil }
        return (String(row[..<end.upperBound]), String(row[end.upperBound...]))
      }
    }

    static let person = "megan@contoso "

    static func first() throws -> Scene {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../README.md").standardized
      let text = try String(contentsOf: file, encoding: .utf8)
      let block = try #require(text.firstMatch(of: /(?s)\n```text\n(megan@.*?)\n```\n/))
      return Scene(rows: block.1.split(separator: "\n").map(String.init))
    }
  }

  /// What a row of the screen has to look like: times, ports and what is left out may differ, and so may
  /// the width of columns.
  private static func pattern(of row: String) throws -> Regex<AnyRegexOutput> {
    let varying = /\d{4}-\d\d-\d\d \d\d:\d\d|127\.0\.0\.1:\d+|\d\d:\d\d|…| +/
    var expression = ""
    var rest = row[...]
    while let match = rest.firstMatch(of: varying) {
      expression += NSRegularExpression.escapedPattern(for: String(rest[..<match.range.lowerBound]))
      switch match.output.first {
      case " ": expression += " +"
      case "…": expression += ".*"
      default: expression += match.output.replacing(/\d+/, with: #"\d+"#)
      }
      rest = rest[match.range.upperBound...]
    }
    return try Regex(expression + NSRegularExpression.escapedPattern(for: String(rest)))
  }

  @Test func `the first session of the README is what the demo shows`() throws {
    let scene = try Scene.first()
    let statements = scene.statements
    #expect(statements.count > 3)
    // Wide enough for a link on one row.
    let terminal = try PseudoTerminal(
      Product.shell(), ["demo"], environment: Home().environment, columns: 1_000, rows: 40)
    try terminal.wait(for: statements[0].prompt, seconds: 60)
    for (number, statement) in statements.enumerated() {
      let prompt = String(statement.prompt.dropLast())
      try terminal.wait(described: "the prompt \(statement.prompt)") {
        $0.screen.text.hasSuffix(prompt)
      }
      // The last one is not ended, but completed.
      terminal.type(statement.line + (number == statements.count - 1 ? "\t" : "\r"))
    }
    let last = try Self.pattern(of: try #require(scene.rows.last))
    try terminal.wait(described: "the names that Tab offers") {
      $0.screen.visibleRows.contains { $0.wholeMatch(of: last) != nil }
    }
    let shown = terminal.screen.visibleRows.drop { !$0.hasPrefix(Scene.person) }
      .filter { !$0.isEmpty }
    #expect(shown.count == scene.rows.count, "\(shown.joined(separator: "\n"))")
    for (row, expected) in zip(shown, scene.rows) {
      #expect(try row.wholeMatch(of: Self.pattern(of: expected)) != nil, "\(row) for \(expected)")
    }
    terminal.type("\u{3}\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }
}
