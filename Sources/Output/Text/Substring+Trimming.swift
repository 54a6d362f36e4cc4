extension Substring {
  /// The text without that character at its end.
  package func trimmingSuffix(_ character: Character) -> Substring {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == character { end = index(before: end) }
    return self[..<end]
  }
}
