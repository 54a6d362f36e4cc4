import Documents

/// One column of a command's table: its title, and how a row's cell is read.
package struct Column<Row: Sendable>: Sendable {
  package let title: String
  /// Whether it is cut last on a narrow screen, as an id that other commands take.
  let isEssential: Bool
  let cell: @Sendable (Row, TimeText) -> String

  /// A column made of text; `nil` shows as an empty cell.
  package init(
    _ title: String, isEssential: Bool = false, _ cell: @escaping @Sendable (Row) -> String?
  ) {
    self.title = title
    self.isEssential = isEssential
    self.cell = { row, _ in cell(row) ?? "" }
  }

  /// A column of times as Graph writes them; how one is shown depends on who reads it.
  package init(
    _ title: String, time: @escaping @Sendable (Row) -> String?
  ) {
    self.title = title
    isEssential = false
    cell = { row, times in times.text(time(row)) }
  }

  /// A column of text in which a time may stand.
  package init(_ title: String, text: @escaping @Sendable (Row, TimeText) -> String) {
    self.title = title
    isEssential = false
    cell = text
  }

  /// A column read from a field of the document, as `lastMessagePreview.createdDateTime`.
  package init(_ title: String, field: String, isEssential: Bool = false) where Row: Listed {
    self.title = title
    self.isEssential = isEssential
    cell = { row, _ in
      guard let value = row.document.value(at: field) else { return "" }
      return CellText.text(of: value)
    }
  }
}

/// How a JSON value stands in a cell.
enum CellText {
  static func text(of value: JSON) -> String {
    switch value {
    case .null: ""
    case .bool(let truth): truth ? "yes" : "no"
    case .number(let digits): digits
    case .string(let text): text
    case .array(let elements): elements.map(text(of:)).joined(separator: ", ")
    case .object: value.text()
    }
  }
}
