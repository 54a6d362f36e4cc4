import Foundation
import TestSupport
import Testing

/// 2,000 random keys in the built shell, with 200 jobs that end and 50 changes of the window between them.
struct ShellRandomKeyTests {
  private static let lines = 10
  private static let keys = 50
  private static let jobs = 50

  private enum Event { case key, job, resize }

  @Test(arguments: 1...4)
  func `no key is lost or doubled, and the screen shows the line, whatever happens meanwhile`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let each = Self.jobs / Self.lines
    let home = try Home()
    let paths = (1...Self.jobs).map { "/job\($0)" }
    let server = try HeldServer(paths)
    let shell = try ShellTerminal(
      home: home,
      environment: BadAnswerTests.environment(home, server.root)
        .merging(["TERM": "xterm-256color"]) { $1 }, prompt: "p{number}:> ", columns: 60)
    try shell.prompt()
    var columns = 60
    var ended = 0
    for number in 1...Self.lines {
      for path in paths[((number - 1) * each)..<(number * each)] {
        try shell.run("graph get \(path) > /dev/null &")
      }
      var events =
        Array(repeating: Event.key, count: Self.keys) + Array(repeating: .job, count: each)
        + (number % 4 == Int(seed % 4) ? [.resize, .resize] : [.resize])
      events.shuffle(using: &random)
      var model = RandomLine()
      for event in events {
        switch event {
        case .key: shell.type(model.press(&random))
        case .job:
          server.release(paths[ended])
          ended += 1
        case .resize:
          columns = Int.random(in: 20...80, using: &random)
          shell.terminal.resize(columns: columns, rows: .random(in: 20...30, using: &random))
        }
      }
      let shown = ShownRows.of("p\(shell.number):> " + String(model.text), columns: columns)
      try shell.terminal.wait(described: shown) {
        guard ShownRows.trimmed($0.screen.text).hasSuffix(shown) else { return false }
        let written = String(decoding: $0.transcript, as: UTF8.self)
        return paths[..<ended].allSatisfy { written.contains("done  graph get \($0) ") }
      }
      shell.type("\u{1}\u{1}echo '\u{5}\u{5}'\r")
      let written = try shell.prompt()
      #expect(written.contains(String(model.text) + "\r\n"))
    }
    #expect(ended == Self.jobs)
  }
}
