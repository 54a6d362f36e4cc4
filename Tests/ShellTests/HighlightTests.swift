import CommandKit
import Commands
import LineEditing
import Shell
import TestSupport
import Testing

/// The parts of a half-typed line, as a function of text and cursor.
struct HighlightTests {
  /// The parts that stand out, each with a letter for what it is.
  private func shown(_ line: String) throws -> String {
    let session = try TestSession()
    let cursor = line.firstIndex(of: "|").map {
      line.unicodeScalars.distance(from: line.startIndex, to: $0)
    }
    let text = line.replacing("|", with: "")
    let scalars = Array(text.unicodeScalars)
    let highlights = LineHighlighter(workspace: session.workspace)
      .highlights(in: text, cursor: cursor ?? -1)
    return highlights.map { highlight in
      let part = String(String.UnicodeScalarView(scalars[highlight.range]))
      return "\(Self.letters[highlight.kind] ?? "-"):\(part)"
    }.joined(separator: " ")
  }

  private static let letters: [Highlight.Kind: String] = [
    .command: "c", .unknownCommand: "u", .quote: "q", .openQuote: "o", .variable: "v",
    .comment: "#",
  ]

  @Test(arguments: [
    ("team list", "c:team c:list"), ("taem list", "u:taem"), ("team lsit", "c:team u:lsit"),
    ("use x", "c:use"), ("tea|", ""), ("tea", "u:tea"), ("team li|", "c:team"),
    ("team li| x", "c:team"), ("tex|", "u:tex"), ("team lx|", "c:team u:lx"),
    ("whoami; taem", "c:whoami u:taem"), ("true && team list", "c:true c:team c:list"),
    ("if true; echo x; else; ech; end", "c:if c:true c:echo c:else u:ech c:end"),
    ("for x in a b; echo $x; end", "c:for c:echo v:$x c:end"),
    ("team --help", "c:team"), ("team ?", "c:team"), ("name=x", ""), ("'team' list", "q:'team'"),
    ("", ""), ("  whoami", "c:whoami"),
    ("!microsoft-teams-chat-list chat=x", "c:!microsoft-teams-chat-list"),
    ("microsoft-teams-chat-list chat=`a b`", "c:microsoft-teams-chat-list q:`a b`"),
    ("microsoft-teams-chat-list chat=$a${b}", "c:microsoft-teams-chat-list v:${b}"),
    ("!ls $a", ""),
  ])
  func `commands are known or not, and a name that is being typed is neither`(
    line: String, expected: String
  ) throws {
    #expect(try shown(line) == expected)
  }

  @Test(arguments: [
    ("echo 'a b' \"c\"", "c:echo q:'a b' q:\"c\""), ("echo 'a b", "c:echo o:'a b"),
    ("echo 'x' \"a b", "c:echo q:'x' o:\"a b"), ("echo \"a $x b\"", "c:echo q:\"a  v:$x q: b\""),
    ("echo $x ${last.id}", "c:echo v:$x v:${last.id}"), ("echo 日本 $x", "c:echo v:$x"),
    ("echo $(team lsit)", "c:echo c:team u:lsit"), ("echo x # why", "c:echo #:# why"),
    ("team list > team", "c:team c:list"), ("team list | grep x", "c:team c:list"),
    ("!ls 'x'", ""),
  ])
  func `quotes, variables and comments stand out`(line: String, expected: String) throws {
    #expect(try shown(line) == expected)
  }
}
