package import Documents

/// One thing to show: the object received, and what the columns say about it.
package struct Row: Sendable, Hashable {
  /// The object as received, which the JSON formats print.
  package let document: JSON
  /// The text of each column, in the columns' order.
  package let cells: [String]
  /// What another command takes to mean this thing.
  package let reference: String
  /// The columns whose cells stand out, by their numbers.
  package var marked: Set<Int> = []

  package init(document: JSON, cells: [String], reference: String) {
    self.document = document
    self.cells = cells
    self.reference = reference
  }
}
