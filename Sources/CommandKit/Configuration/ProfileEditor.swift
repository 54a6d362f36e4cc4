import Documents
import Foundation
import Records

/// Changes `config.yaml` as text, so that comments, order and layout stay as somebody wrote them.
///
/// After each change the text is read again and held against what it should say. A file that is
/// written in another way than one key a line may fail that, and is then left alone.
package struct ProfileEditor: Sendable {
  private let path: String
  private var lines: [String]
  private var file: ProfileFile

  /// Reads the file; a missing one is an empty one.
  package init(path: String) throws(ConfigurationError) {
    self.path = path
    file = try ProfileFile(contentsOf: path)
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
  }

  /// Makes a profile the one that is used where none is named.
  package mutating func setDefault(_ name: String) throws(ConfigurationError) {
    let line = "default: \(Self.scalar(name))"
    if let index = lines.firstIndex(where: { Self.key(of: $0) == "default" }) {
      lines[index] = line + Self.comment(of: lines[index])
    } else {
      lines.insert(line, at: profilesIndex ?? lines.endIndex)
    }
    try check { $0.default = name }
  }

  /// Adds a profile behind the others.
  package mutating func add(
    _ profile: Profile, named name: String
  ) throws(ConfigurationError) {
    guard file.profiles[name] == nil else {
      throw ConfigurationError(.profileExists(name), path: path)
    }
    if profilesIndex == nil { lines.append("profiles:") }
    let body = bodyRange
    let indent = String(repeating: " ", count: indentation(in: body) ?? 2)
    let fields = profile.entries.map { "\(indent)  \($0.key): \(Self.scalar($0.value))" }
    let opening = "\(indent)\(Self.scalar(name)):" + (fields.isEmpty ? " {}" : "")
    lines.insert(contentsOf: [opening] + fields, at: body.upperBound)
    try check { $0.profiles[name] = profile }
  }

  /// Keeps what a profile's sign-ins ask for besides; without any the key goes.
  package mutating func keep(
    furtherScopes scopes: [String], in name: String
  ) throws(ConfigurationError) {
    let own = try range(of: name)
    let key = "further-scopes"
    let fields = own.dropFirst()
    let indent = indentation(in: fields) ?? (Self.indent(of: lines[own.lowerBound]) ?? 0) + 2
    let text = Self.scalar(scopes.joined(separator: " "))
    let line =
      scopes.isEmpty ? nil : "\(String(repeating: " ", count: indent))\(key): \(text)"
    if let index = fields.first(where: { Self.key(of: lines[$0]) == key }) {
      let comment = Self.comment(of: lines[index])
      lines.replaceSubrange(index...index, with: line.map { [$0 + comment] } ?? [])
    } else if let line {
      if lines[own.lowerBound].hasSuffix(": {}") { lines[own.lowerBound].removeLast(3) }
      lines.insert(line, at: own.upperBound)
    }
    try check { $0.profiles[name]?.furtherScopes = scopes }
  }

  /// Takes a profile out, and the default with it where that names it.
  package mutating func remove(_ name: String) throws(ConfigurationError) {
    lines.removeSubrange(try range(of: name))
    if file.default == name {
      lines.removeAll { Self.key(of: $0) == "default" }
    }
    try check { file in
      file.profiles[name] = nil
      if file.default == name { file.default = nil }
    }
  }

  /// Writes the file, readable by its owner alone, in one step.
  package func save() throws(ConfigurationError) {
    let target = URL(filePath: path).resolvingSymlinksInPath()
    let folder = target.deletingLastPathComponent()
    let draft = folder.appending(path: ".config-\(UUID().uuidString.lowercased()).yaml")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      guard
        FileManager.default.createFile(
          atPath: draft.path(percentEncoded: false), contents: Data(text.utf8),
          attributes: [.posixPermissions: 0o600])
      else { throw CocoaError(.fileWriteNoPermission) }
      guard
        unsafe rename(draft.path(percentEncoded: false), target.path(percentEncoded: false)) == 0
      else {
        try? FileManager.default.removeItem(at: draft)
        throw CocoaError(.fileWriteUnknown)
      }
    } catch {
      throw ConfigurationError(.unwritable(reason: SystemReason.of(error)), path: path)
    }
  }

  private var text: String { lines.map { $0 + "\n" }.joined() }

  /// Reads the text again, and takes the change back with an error where it says anything unexpected.
  private mutating func check(
    _ change: (inout ProfileFile) -> Void
  ) throws(ConfigurationError) {
    var expected = file
    change(&expected)
    guard let read = try? ProfileFile(yaml: text, path: path),
      read.profiles == expected.profiles, read.default == expected.default
    else { throw ConfigurationError(.notEditable, path: path) }
    file = read
  }

  private var profilesIndex: Int? {
    lines.firstIndex { Self.indent(of: $0) == 0 && Self.key(of: $0) == "profiles" }
  }

  /// The lines that belong to `profiles`, without blank lines and comments behind them.
  private var bodyRange: Range<Int> {
    guard let index = profilesIndex else { return lines.endIndex..<lines.endIndex }
    let start = index + 1
    let end = lines[start...].firstIndex { Self.indent(of: $0) == 0 } ?? lines.endIndex
    let last = lines[start..<end].lastIndex { Self.indent(of: $0) != nil }
    return start..<(last.map { $0 + 1 } ?? start)
  }

  /// The lines of one profile, the one with its name first.
  private func range(of name: String) throws(ConfigurationError) -> Range<Int> {
    let body = bodyRange
    let indent = indentation(in: body)
    guard
      let start = body.first(where: {
        Self.indent(of: lines[$0]) == indent && Self.key(of: lines[$0]) == name
      })
    else { throw ConfigurationError(.notEditable, path: path) }
    let rest = lines[(start + 1)..<body.upperBound]
    let end = rest.firstIndex { Self.indent(of: $0).map { $0 <= indent ?? 0 } ?? false }
    let own = lines[start..<(end ?? body.upperBound)]
    // Blank lines and comments at the end belong to what follows.
    let last = own.lastIndex { Self.indent(of: $0) != nil } ?? start
    return start..<last + 1
  }

  private func indentation(in range: Range<Int>) -> Int? {
    lines[range].lazy.compactMap(Self.indent).first
  }

  /// How far a line is moved in; `nil` for one that says nothing.
  private static func indent(of line: String) -> Int? {
    let rest = line.drop { $0 == " " }
    guard let first = rest.first, first != "#" else { return nil }
    return line.count - rest.count
  }

  /// The key that a line begins with, without its quotes.
  private static func key(of line: String) -> String? {
    let text = line.drop { $0 == " " }
    guard let first = text.first, first != "#" else { return nil }
    if first == "\"" || first == "'" {
      let key = text.dropFirst().prefix { $0 != first }
      guard text.dropFirst(key.count + 2).first == ":" else { return nil }
      return String(key)
    }
    let key = text.prefix { $0 != ":" }
    return key.count < text.count ? String(key) : nil
  }

  private static func comment(of line: String) -> String {
    line.firstRange(of: " #").map { String(line[$0.lowerBound...]) } ?? ""
  }

  /// A text as YAML takes it for one: bare where nobody could mistake it, else in quotation marks.
  private static func scalar(_ text: String) -> String {
    let isPlain = text.allSatisfy { sign in
      sign.isASCII && (sign.isLetter || sign.isNumber || "._/@-~".contains(sign))
    }
    let words: Set = ["true", "false", "null", "yes", "no", "on", "off"]
    let isBare = isPlain && text.first?.isLetter == true && !words.contains(text.lowercased())
    return isBare || text.wholeMatch(of: /[~\/][\w.\/@-]*|https?:\/\/[\w.\/:-]+/) != nil
      ? text : JSON.string(text).text()
  }
}
