import Foundation
import Testing

@testable import CommandKit

/// The samples that documentation is made of are kept by hand: none of the kinds of failure may be missing.
struct FailureSampleTests {
  /// The names of an enumeration's cases, as its source declares them.
  private static func cases(in file: String) throws -> Set<String> {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/CommandKit/\(file)")
    let text = try String(contentsOf: path, encoding: .utf8)
    let start = try #require(text.range(of: "enum Code")).upperBound
    let end = try #require(text.range(of: "\n  }", range: start..<text.endIndex)).lowerBound
    return Set(
      text[start..<end].split(separator: "\n").flatMap { line -> [String] in
        let line = line.drop { $0 == " " }
        guard line.hasPrefix("case ") else { return [] }
        guard !line.contains("(") else { return [name(line.dropFirst(5))] }
        return line.dropFirst(5).split(separator: ",").map { name($0.drop { $0 == " " }) }
      })
  }

  private static func name(_ text: some StringProtocol) -> String {
    String(text.prefix { $0.isLetter })
  }

  private static func names(of codes: [some Sendable]) -> Set<String> {
    Set(codes.map { name("\($0)") })
  }

  @Test func `each kind of command error has a sample, but for those with words of others`() throws
  {
    let all = try Self.cases(in: "Errors/CommandError.swift")
    #expect(all.count > 40)
    #expect(
      all.subtracting(Self.names(of: Failure.commandCodes)) == ["usage", "unsupported"])
  }

  @Test func `each kind of script error has a sample, but for those that another one explains`()
    throws
  {
    let all = try Self.cases(in: "ScriptError.swift")
    #expect(all.count > 20)
    let others: Set = ["commandFailed", "outputFailed", "programFailed", "programSignalled"]
    #expect(all.subtracting(Self.names(of: Failure.scriptCodes)) == others)
  }

  @Test func `each kind of configuration error has a sample`() throws {
    let all = try Self.cases(in: "Configuration/Profile.swift")
    #expect(all.count > 10)
    #expect(all == Self.names(of: Failure.configurationCodes))
  }
}
