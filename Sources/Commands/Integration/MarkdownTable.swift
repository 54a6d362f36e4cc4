package import CommandKit
package import Documents

/// A table as the integration writes it in Markdown, to the letter.
///
///     ### Chats List:
///     |Chat Id|Chat name|
///     |---|---|
///     | 19:… | Rollout |
package struct MarkdownTable: Sendable, Hashable {
  package let title: String
  package let headers: [String]
  package let rows: [[JSON]]
  /// The columns whose cells are addresses.
  private let links: Set<String>

  /// Makes a table of rows whose cells are named.
  ///
  /// - Parameters:
  ///   - title: What stands above it.
  ///   - headers: The columns, in their order; by default the first row's, sorted.
  ///   - rows: The cells of each row, by their column's name.
  ///   - links: The columns whose cells are addresses.
  ///   - removesEmpty: Whether a column is left out that is empty in every row.
  package init(
    _ title: String, headers: [String]? = nil, rows: [[String: JSON]], links: Set<String> = [],
    removesEmpty: Bool = false
  ) {
    var names = headers ?? (rows.first?.keys.sorted() ?? [])
    if removesEmpty {
      names.removeAll { name in rows.allSatisfy { $0[name]?.isEmptyValue ?? true } }
    }
    self.title = title
    self.headers = names
    self.rows = rows.map { row in names.map { row[$0] ?? .null } }
    self.links = links
  }

  /// The table as Markdown, ending in a newline.
  package var text: String {
    guard !rows.isEmpty else { return "### \(title)\n**No entries.**\n" }
    let head = "|" + headers.joined(separator: "|") + "|"
    let rule = "|" + headers.map { _ in "---" }.joined(separator: "|") + "|"
    let lines = rows.map { row in
      "| " + zip(headers, row).map(cell).joined(separator: " | ") + " |"
    }
    return (["### \(title)", head, rule] + lines).joined(separator: "\n") + "\n"
  }

  /// The same for the formats that have columns.
  package var table: IntegrationTable {
    IntegrationTable(headers: headers, rows: rows.map { $0.map(\.plainCell) })
  }

  private func cell(_ header: String, _ value: JSON) -> String {
    let text = value.markdownCell
    return links.contains(header) && !text.isEmpty ? "[\(text)](\(text))" : text
  }
}

extension JSON {
  /// Whether a column that holds nothing else is left out.
  fileprivate var isEmptyValue: Bool {
    switch self {
    case .null: true
    case .string(let text): text.isEmpty
    case .array(let elements): elements.isEmpty
    case .object(let object): object.isEmpty
    case .bool, .number: false
    }
  }

  /// The value in a cell, before anything is protected.
  fileprivate var plainCell: String {
    switch self {
    case .null: ""
    case .string(let text): text
    case .array(let elements): elements.map(\.plainCell).joined(separator: ",\n")
    case .object(let object):
      object.fields.map { "\($0.key): \($0.value.plainCell)" }.joined(separator: "\n")
    case .bool, .number: text()
    }
  }

  fileprivate var markdownCell: String {
    var text = ""
    for character in plainCell {
      switch character {
      case "|", "`": text += "\\\(character)"
      case let other where other.isNewline: text += "<br>"
      case let other: text.append(other)
      }
    }
    return text
  }
}
