/// The forms in which rows can be written.
package enum OutputFormat: String, CaseIterable, Sendable {
  /// Aligned columns under a header.
  case table
  /// One field a line.
  case list
  /// One array of the objects as received, or one object.
  case json
  /// One object a line.
  case ndjson
  /// Comma-separated values after RFC 4180.
  case csv
  /// One reference a line, for use by another command.
  case ids

  /// Whether it shows columns, and not whole objects or what points at them.
  package var hasColumns: Bool {
    switch self {
    case .table, .list, .csv: true
    case .json, .ndjson, .ids: false
    }
  }
}
