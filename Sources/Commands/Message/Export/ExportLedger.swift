import CommandKit
import Documents
import Foundation
import Output
import Synchronization

/// The list in a folder of what was exported into it, and the names that its files have.
///
/// A line is added when a conversation's file is in place, so whatever the list names is whole.
final class ExportLedger: Sendable {
  static let name = "export.ndjson"

  private let folder: String
  private let state: Mutex<State>

  private struct State {
    var records: [String: ExportRecord] = [:]
    /// Whose name it is, by the name without its ending.
    var owners: [String: String] = [ExportFileName.key("export"): ""]
  }

  /// Reads the list; a last line that was cut by a crash is none.
  init(folder: String) throws {
    self.folder = folder
    var state = State()
    let path = "\(folder)/\(Self.name)"
    if let data = FileManager.default.contents(atPath: path) {
      for line in data.split(separator: UInt8(ascii: "\n")) {
        guard let document = try? JSON(parsing: Array(line)), let record = ExportRecord(document)
        else { continue }
        state.records[record.key] = record
        state.owners[ExportFileName.key(record.stem)] = record.key
      }
    }
    self.state = Mutex(state)
  }

  func record(of key: String) -> ExportRecord? { state.withLock { $0.records[key] } }

  /// The name of a conversation's file, without an ending: that of the last run, or one that is free.
  func stem(of key: String, named name: String) -> String {
    state.withLock { state in
      if let record = state.records[key] { return record.stem }
      let plain = ExportFileName.safe(name)
      var stem = plain
      var number = 1
      while state.owners[ExportFileName.key(stem), default: key] != key || isForeign(stem) {
        stem = "\(plain) \(ExportFileName.mark(key))" + (number > 1 ? " \(number)" : "")
        number += 1
      }
      state.owners[ExportFileName.key(stem)] = key
      return stem
    }
  }

  /// Whether something is there that no run of ours has listed.
  private func isForeign(_ stem: String) -> Bool {
    (ExportFormat.allCases.map(\.fileExtension) + ["files"]).contains {
      FileManager.default.fileExists(atPath: "\(folder)/\(stem).\($0)")
    }
  }

  func add(_ record: ExportRecord) throws {
    try state.withLock { state in
      state.records[record.key] = record
      let sink = try FileSink(path: "\(folder)/\(Self.name)", mode: .append)
      try sink.write(record.document.text() + "\n")
      try sink.commit()
    }
  }
}
