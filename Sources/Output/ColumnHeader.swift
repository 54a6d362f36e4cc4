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
    case ordinary
    /// Cut only when all ordinary columns are as narrow as they may be.
    case essential
  }

  package let title: String
  package let alignment: Alignment
  package let importance: Importance

  package init(
    _ title: String, alignment: Alignment = .leading, importance: Importance = .ordinary
  ) {
    self.title = title
    self.alignment = alignment
    self.importance = importance
  }
}
