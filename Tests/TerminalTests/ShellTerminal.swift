import Foundation
import TestSupport

/// The shell at a prompt of its own, with numbered prompts to wait for.
final class ShellTerminal {
  let terminal: PseudoTerminal
  /// The number of the prompt that was waited for last.
  private(set) var number = 0

  /// Starts the shell in a home; an `rc` that numbers the prompt and sets what is said is put there.
  ///
  /// Hints are off unless the settings put them on: what ends a row of the screen is then what was typed.
  /// So is the greeting.
  /// There is no pager unless the environment names one.
  init(
    _ arguments: [String] = [], home: Home, environment: [String: String] = [:],
    prompt: String = "p{number}:{account}@{tenant} {place}> ", settings: [String] = [],
    columns: Int = 80, rows: Int = 24
  ) throws {
    let lines = ["prompt '\(prompt)'", "hints off", "greeting off"] + settings
    try home.write(lines.map { "set \($0)\n" }.joined(), to: "rc")
    terminal = try PseudoTerminal(
      Product.shell(), arguments,
      environment: home.environment.merging(["TEAMSH_PAGER": ""]) { $1 }
        .merging(environment) { $1 },
      columns: columns, rows: rows)
  }

  /// Waits for the next prompt.
  ///
  /// - Returns: What was written before it.
  @discardableResult
  func prompt(_ rest: String = "", seconds: Double = 20) throws -> String {
    number += 1
    return try terminal.wait(for: "p\(number):\(rest)", seconds: seconds)
  }

  /// Types a line, and waits for the prompt behind what it does.
  ///
  /// - Returns: What was written from Enter to the prompt.
  @discardableResult
  func run(_ line: String, then rest: String = "") throws -> String {
    terminal.type(line + "\r")
    return try prompt(rest)
  }

  /// Waits until the screen ends with a line.
  func wait(forLine line: String) throws {
    try terminal.wait(described: line) { $0.screen.text.hasSuffix(line) }
  }

  func type(_ text: String) { terminal.type(text) }
}

extension PseudoTerminal {
  /// Whether a program of this name runs below the terminal's own.
  func isRunning(_ name: String) -> Bool {
    Self.descendants(of: process).contains { process in
      let text = FileManager.default.contents(atPath: "/proc/\(process)/comm") ?? Data()
      return String(decoding: text, as: UTF8.self) == "\(name)\n"
    }
  }

  private static func descendants(of process: Int32) -> [Int32] {
    let tasks =
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    let children = tasks.flatMap { task -> [Int32] in
      let path = "/proc/\(process)/task/\(task)/children"
      let text = FileManager.default.contents(atPath: path) ?? Data()
      return String(decoding: text, as: UTF8.self).split(separator: " ").compactMap { Int32($0) }
    }
    return children + children.flatMap { descendants(of: $0) }
  }
}
