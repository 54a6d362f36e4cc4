import CommandKit
import Foundation
import Output

extension Checkup {
  /// What shows the output, and what edits lines.
  static func terminal(_ session: Session) -> Finding {
    let sink = session.call.io.output
    return TerminalReading(
      isTerminal: sink.isTerminal, surroundings: session.workspace.configuration.terminal,
      columns: sink.columns, rows: sink.rows, usesColor: sink.usesColor,
      editsLines: session.workspace.keys != nil
    ).finding
  }

  /// The rights of the files that keep what somebody did.
  static func files(_ session: Session) async -> [Finding] {
    let files = session.workspace.configuration.files
    let kept = [files.historyFile, files.journalFile].compactMap(FileFact.init)
    if let exposed = kept.first(where: \.isExposed) {
      return [
        .warning(
          "files", "Others can read \(exposed.path).", cure: "Type: !chmod 600 '\(exposed.path)'")
      ]
    }
    guard let folder = FileFact.nearestFolder(files.data), folder.isWritable else {
      return [
        .failure(
          "files", "\(files.data) cannot be written: no write to the tenant can be journaled.",
          cure: "Mend its rights, or set TEAMSH_HOME to another folder.")
      ]
    }
    return [.ok("files", "History and journal are in \(files.data), readable by nobody else.")]
  }

  /// The profile and what it names.
  static func profile(_ session: Session) async -> [Finding] {
    let configuration = session.workspace.configuration
    let name = configuration.profileName.map { "Profile \($0)" } ?? "No profile"
    if let warning = configuration.warnings.first {
      let path = configuration.files.configFile
      return [
        .warning(
          "profile", Failure.sentence(warning, path: path),
          cure: "Mend \(path), or see: help profile")
      ]
    }
    do {
      let proof = try configuration.clientCredential() == nil ? "" : ", with the proof of an app"
      guard configuration.clientID != nil || configuration.accessToken != nil else {
        return [
          .warning("profile", "\(name): no client id is set.", cure: "Type login for what to do.")
        ]
      }
      return [.ok("profile", "\(name)\(proof), for \(configuration.tenant ?? "no tenant yet").")]
    } catch {
      return [.failure("profile", error)]
    }
  }

  /// The room that is left for history, journal and cache.
  static func disk(_ session: Session) -> Finding {
    let folder = session.workspace.configuration.files.data
    guard let free = FileFact.nearestFolder(folder)?.freeBytes else {
      return .ok("disk", "How much room is left cannot be told.")
    }
    return DiskReading(freeBytes: free).finding
  }
}

/// The terminal as far as it matters for what is shown.
struct TerminalReading: Sendable {
  let isTerminal: Bool
  let surroundings: TerminalSurroundings
  let columns: Int
  let rows: Int?
  let usesColor: Bool
  let editsLines: Bool

  var finding: Finding {
    let check = "terminal"
    guard isTerminal else { return .ok(check, "The output goes to no terminal.") }
    let name = surroundings.name
    if ["", "dumb", "unknown"].contains(name) {
      return .warning(
        check, name.isEmpty ? "TERM is not set." : "TERM is \(name).",
        cure: "Set TERM to what your terminal is, as xterm-256color.")
    }
    if !surroundings.isUnicode {
      let locale =
        surroundings.locale.isEmpty ? "No locale is set" : "The locale is \(surroundings.locale)"
      return .warning(
        check, "\(locale): letters beyond ASCII may not be shown.",
        cure: "Set LANG, as to C.UTF-8.")
    }
    if columns < 60 {
      return .warning(
        check, "\(name) has \(columns) columns: tables leave columns out.",
        cure: "Widen the window, or use -o list.")
    }
    let size = rows.map { "\(columns) by \($0)" } ?? "\(columns) columns"
    let facts = [
      name, size, surroundings.locale, usesColor ? "colours" : "no colours",
      editsLines ? "lines are edited" : nil,
    ]
    return .ok(check, facts.compactMap { $0 }.joined(separator: ", ") + ".")
  }
}

/// How much room is left where files are kept.
struct DiskReading: Sendable, Hashable {
  let freeBytes: Int

  var finding: Finding {
    let found = "\(ByteText.text(freeBytes)) are left."
    let cure = "Make room: writes stop when the journal cannot be written."
    switch freeBytes {
    case ..<10_000_000: return .failure("disk", found, cure: cure)
    case ..<100_000_000: return .warning("disk", found, cure: cure)
    default: return .ok("disk", found)
    }
  }
}

/// What the file system tells of one file or folder.
struct FileFact: Sendable {
  let path: String
  let size: Int
  /// Whether anybody but the owner may read or write it.
  let isExposed: Bool

  /// - Returns: `nil` for a file that is not there.
  init?(_ path: String) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      return nil
    }
    self.path = path
    size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    isExposed = ((attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0) & 0o077 != 0
  }

  var isWritable: Bool { FileManager.default.isWritableFile(atPath: path) }

  var freeBytes: Int? {
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: path)
    return (attributes?[.systemFreeSize] as? NSNumber)?.intValue
  }

  /// A folder, or the nearest one above it that is there.
  static func nearestFolder(_ path: String) -> FileFact? {
    var url = URL(filePath: path)
    while url.path != "/" {
      if let fact = FileFact(url.path(percentEncoded: false)) { return fact }
      url.deleteLastPathComponent()
    }
    return FileFact("/")
  }
}

/// A number of bytes in words.
enum ByteText {
  static func text(_ bytes: Int) -> String {
    switch bytes {
    case ..<1000: "\(bytes) bytes"
    case ..<1_000_000: "\(bytes / 1000) kB"
    case ..<1_000_000_000: "\(bytes / 1_000_000) MB"
    default: "\(bytes / 1_000_000_000) GB"
    }
  }
}
