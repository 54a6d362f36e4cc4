/// What a table needs to know about a column beside its cells.
package struct ColumnHeader: Sendable, Hashable {
  /// The side on which cells of one column line up.
  package enum Alignment: Sendable, Hashable {
    case leading
    /// For numbers.
    case trailing
  }

  /// Which columns give way first on a narrow screen.
  package enum Importance: Sendable, Hashable {
    /// Cut, and then left out.
    case ordinary
    /// Goes on in a second and third line before it is cut, and is never left out: for prose.
    case text
    /// Never cut, since other commands take it; it goes on in a second line instead.
    case essential
  }

  /// How its cells stand out where colour is welcome.
  package enum Look: Sendable, Hashable {
    case plain
    /// Less than the rest, as an id.
    case secondary
    /// By what the cell says: a success, a warning, a failure.
    case state
  }

  package let title: String
  package let alignment: Alignment
  package let importance: Importance
  package let look: Look

  package init(
    _ title: String, alignment: Alignment = .leading, importance: Importance = .ordinary,
    look: Look = .plain
  ) {
    self.title = title
    self.alignment = alignment
    self.importance = importance
    self.look = look
  }
}

extension ColumnHeader.Look {
  /// The style of a cell; `nil` for none.
  ///
  /// A colour only repeats what the word says.
  func style(of cell: String) -> Style? {
    switch self {
    case .plain: return nil
    case .secondary: return .dim
    case .state:
      let word = cell.lowercased()
      if Self.good.contains(word) { return .green }
      if Self.doubtful.contains(word) { return .yellow }
      return Self.bad.contains(word) ? .red : nil
    }
  }

  private static let good: Set = ["done", "yes", "ok", "granted", "succeeded", "active", "running"]
  private static let doubtful: Set = [
    "unknown", "warning", "missing", "pending", "archived", "partly", "stopped",
  ]
  private static let bad: Set = ["failed", "refused", "denied", "error", "no", "failure"]
}
