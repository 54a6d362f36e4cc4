import Documents
import Output

/// What the cells of a column are, which decides how a table treats them.
package enum ColumnKind: Sendable, Hashable {
  /// Cut on a narrow screen, and then left out.
  case plain
  /// What other commands take: never cut.
  case id
  /// Prose: goes on in two more lines before it is cut, and is never left out.
  case text
  /// Whether something went well, in a word; the word's colour says the same.
  case state
  case number
}

/// One column of a command's table: its title, and how a row's cell is read.
package struct Column<Row: Sendable>: Sendable {
  package let title: String
  let kind: ColumnKind
  let cell: @Sendable (Row, TimeText) -> String

  /// A column made of text; `nil` shows as an empty cell.
  package init(
    _ title: String, as kind: ColumnKind = .plain, _ cell: @escaping @Sendable (Row) -> String?
  ) {
    self.title = title
    self.kind = kind
    self.cell = { row, _ in cell(row) ?? "" }
  }

  /// A column of times as Graph writes them; how one is shown depends on who reads it.
  package init(
    _ title: String, time: @escaping @Sendable (Row) -> String?
  ) {
    self.title = title
    kind = .plain
    cell = { row, times in times.text(time(row)) }
  }

  /// A column of text in which a time may stand.
  package init(
    _ title: String, as kind: ColumnKind = .plain,
    text: @escaping @Sendable (Row, TimeText) -> String
  ) {
    self.title = title
    self.kind = kind
    cell = text
  }

  /// A column read from a field of the document, as `lastMessagePreview.createdDateTime`.
  package init(_ title: String, field: String, as kind: ColumnKind = .plain) where Row: Listed {
    self.title = title
    self.kind = kind
    cell = { row, _ in
      guard let value = row.document.value(at: field) else { return "" }
      return CellText.text(of: value)
    }
  }

  /// The column as a format knows it.
  var header: ColumnHeader {
    switch kind {
    case .plain: ColumnHeader(title)
    case .id: ColumnHeader(title, importance: .essential, look: .secondary)
    case .text: ColumnHeader(title, importance: .text)
    case .state: ColumnHeader(title, look: .state)
    case .number: ColumnHeader(title, alignment: .trailing)
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
