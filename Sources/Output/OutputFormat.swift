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
  /// Values parted by tabs, a row a line.
  case tsv
  /// A table of GitHub's Markdown.
  case markdown
  /// The objects as received, for people who edit them.
  case yaml
  /// One reference a line, for use by another command.
  case ids

  /// Whether it shows columns, and not whole objects or what points at them.
  package var hasColumns: Bool {
    switch self {
    case .table, .list, .csv, .tsv, .markdown: true
    case .json, .ndjson, .yaml, .ids: false
    }
  }

  /// What it is good for, as a sentence.
  package var abstract: String {
    switch self {
    case .table: "Aligned columns that fit the screen; the rows are numbered for %1, %2 …"
    case .list: "One field a line, nothing left out."
    case .json: "One array of the objects as Graph sent them; one object where one was asked for."
    case .ndjson: "One object a line, for other programs and for millions of rows."
    case .csv: "Comma-separated values for spreadsheets, safe from formulas."
    case .tsv: "Values parted by tabs, a row a line, for cut, sort and awk."
    case .markdown: "A table to paste into a wiki, a ticket or a chat."
    case .yaml: "The objects as Graph sent them, to be read and edited by people."
    case .ids: "One reference a line, which other commands take."
    }
  }
}
