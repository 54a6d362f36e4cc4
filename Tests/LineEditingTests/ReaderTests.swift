import Foundation
import Testing

@testable import LineEditing

struct ReaderTests {
  @Test func `lines come out of a pipe as they went in, the last one without its newline too`()
    async throws
  {
    let pipe = Pipe()
    let long = String(repeating: "日", count: 30_000)
    let writer = Task {
      pipe.fileHandleForWriting.write(Data("one\r\n\ntwo 日本\n\(long)\nlast".utf8))
      try pipe.fileHandleForWriting.close()
    }
    let reader = BufferedLineReader(input: pipe.fileHandleForReading.fileDescriptor)
    var events: [LineEvent] = []
    while events.last != .eof { events.append(await reader.read("ignored> ")) }
    try await writer.value
    #expect(
      events == [.line("one"), .line(""), .line("two 日本"), .line(long), .line("last"), .eof])
  }

  @Test func `a scripted editor answers in order and remembers what it was asked`() async {
    let editor = ScriptedEditor([.line("a"), .interrupt])
    editor.post("news")
    #expect(await editor.read("1> ") == .line("a"))
    #expect(await editor.read("2> ") == .interrupt)
    #expect(await editor.read("3> ") == .eof)
    #expect(editor.prompts == ["1> ", "2> ", "3> "])
    #expect(editor.notices == ["news"])
  }

  @Test func `an editor needs a terminal and says so`() throws {
    let pipe = Pipe()
    var configuration = EditlineEditor.Configuration(
      traits: TerminalTraits(environment: ["TERM": "xterm"]), history: History(path: nil))
    configuration.input = pipe.fileHandleForReading.fileDescriptor
    configuration.output = pipe.fileHandleForWriting.fileDescriptor
    let error = #expect(throws: LineEditingError.self) { try EditlineEditor(configuration) }
    #expect(error?.code == .notATerminal)
  }

  @Test(arguments: [
    ("a 'b c'", "'b c'"), ("a b  ", "b"), ("one", "one"), ("say \"x \\\" y\" ", "\"x \\\" y\""),
    ("", ""), ("a\\ b", "a\\ b"),
  ])
  func `the last word of a statement keeps its quotes`(text: String, word: String) {
    #expect(Words.last(of: text) == word)
  }

  @Test(arguments: [
    ("xterm", true), ("dumb", false), ("", false), ("tmux-256color", true),
  ])
  func `a terminal that cannot move its cursor is known by its name`(name: String, can: Bool) {
    #expect(TerminalTraits(environment: ["TERM": name]).isAddressable == can)
  }
}
