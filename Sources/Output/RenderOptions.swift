/// How rows are to be written.
package struct RenderOptions: Sendable {
  package var format: OutputFormat
  /// The width to fit; looked at only when the sink is a terminal.
  package var columns: Int
  package var isTerminal: Bool
  package var color: Bool
  /// Whether CSV cells that a spreadsheet would run as formulas are left as they are.
  package var raw: Bool
  /// Applied to each object in turn; its results are printed instead of the rows.
  package var jq: JQFilter?
  /// Whether a table on a terminal starts with a column of row numbers.
  package var numbersRows: Bool

  package init(
    format: OutputFormat, columns: Int = 80, isTerminal: Bool = false, color: Bool = false,
    raw: Bool = false, jq: JQFilter? = nil, numbersRows: Bool = false
  ) {
    self.format = format
    self.columns = columns
    self.isTerminal = isTerminal
    self.color = color
    self.raw = raw
    self.jq = jq
    self.numbersRows = numbersRows
  }

  /// Options with width, terminal and colour taken from the sink.
  package init(
    format: OutputFormat, for sink: any Sink, raw: Bool = false, jq: JQFilter? = nil,
    numbersRows: Bool = false
  ) {
    self.init(
      format: format, columns: sink.columns, isTerminal: sink.isTerminal, color: sink.usesColor,
      raw: raw, jq: jq, numbersRows: numbersRows)
  }
}
