import Foundation

/// One script of the folder `Scripts`, with what it says about its own outcome.
///
///     team show 'Contoso IT' --jq .visibility
///     # CHECK: "Private"
///     team show Nobody
///     # CHECKERR: No team matches {{.*}}
///     # EXIT: 5
///
/// `# PROFILE: KEY: VALUE` is a line of the profile that it runs with.
struct AcceptanceScript: Sendable, CustomStringConvertible {
  /// Its noun and its flow, as `team/show`.
  let description: String
  let path: String
  let checks: [Check]
  let errorChecks: [Check]
  let exitCode: Int32
  /// Further lines of the profile.
  let profile: [String]

  /// Whether readers get it as an example.
  var isExample: Bool { description.hasPrefix("Examples/") }

  /// A line that must come, behind those of the checks before it.
  struct Check: Sendable {
    let line: Int
    let pattern: String

    /// Whether a line of output holds the pattern; what stands in `{{…}}` is a regular expression.
    func fits(_ output: Substring) throws -> Bool {
      var expression = ""
      var rest = pattern[...]
      while let open = rest.firstRange(of: "{{") {
        expression += NSRegularExpression.escapedPattern(for: String(rest[..<open.lowerBound]))
        let inside = rest[open.upperBound...]
        let close = inside.firstRange(of: "}}") ?? inside.endIndex..<inside.endIndex
        expression += "(?:\(inside[..<close.lowerBound]))"
        rest = inside[close.upperBound...]
      }
      expression += NSRegularExpression.escapedPattern(for: String(rest))
      return output.contains(try Regex(expression))
    }
  }

  init(_ file: URL, name: String) throws {
    description = name
    path = file.path(percentEncoded: false)
    let lines = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    func checks(_ word: String) -> [Check] {
      lines.enumerated().compactMap { number, line in
        let mark = "# \(word): "
        guard line.hasPrefix(mark) else { return nil }
        return Check(line: number + 1, pattern: String(line.dropFirst(mark.count)))
      }
    }
    self.checks = checks("CHECK")
    errorChecks = checks("CHECKERR")
    profile = checks("PROFILE").map(\.pattern)
    exitCode = checks("EXIT").first.flatMap { Int32($0.pattern) } ?? 0
  }

  /// The first check that no line answers, when each must be answered behind the one before it.
  static func firstUnanswered(_ checks: [Check], by output: String) throws -> Check? {
    // The rows of CSV end in CR LF, which Swift takes for one character.
    var lines = output.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)[...]
    for check in checks {
      guard let found = try lines.firstIndex(where: check.fits) else { return check }
      lines = lines[(found + 1)...]
    }
    return nil
  }
}

extension AcceptanceScript {
  private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The scripts of the folder: one folder for each noun, one file for each flow.
  static func all() throws -> [AcceptanceScript] {
    let scripts = root.appending(path: "Tests/AcceptanceTests/Scripts")
    return try folders(of: scripts).flatMap { noun in
      try files(of: noun).map { file in
        try AcceptanceScript(
          file,
          name: "\(noun.lastPathComponent)/\(file.deletingPathExtension().lastPathComponent)")
      }
    }
  }

  /// The scripts that readers get as examples.
  static func examples() throws -> [AcceptanceScript] {
    try files(of: root.appending(path: "Examples")).map {
      try AcceptanceScript($0, name: "Examples/\($0.lastPathComponent)")
    }
  }

  private static func folders(of folder: URL) throws -> [URL] {
    try contents(of: folder).filter(\.hasDirectoryPath)
  }

  private static func files(of folder: URL) throws -> [URL] {
    try contents(of: folder).filter { $0.pathExtension == "teamsh" }
  }

  private static func contents(of folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: [.isDirectoryKey]
    ).sorted { $0.path < $1.path }
  }
}
