import Documents

/// How the objects of a write read in one cell.
enum JournalTargets {
  static func text(_ document: JSON) -> String {
    (document["targets"]?.array ?? []).compactMap { $0["name"]?.string }.joined(separator: ", ")
  }
}
