/// A list that is typed as one word, parted by commas: its last part is completed.
struct CommaList: Sendable, Hashable {
  /// What stands before the last part, its comma included.
  let before: String
  let last: String

  init(_ typed: String) {
    let cut = typed.lastIndex(of: ",").map { typed.index(after: $0) } ?? typed.startIndex
    before = String(typed[..<cut])
    last = String(typed[cut...].drop { $0 == " " })
  }

  /// What is in the list already, in small letters.
  private var given: Set<String> {
    Set(before.split(separator: ",").map { $0.trimmed.lowercased() })
  }

  /// What could be the last part: those of a list that are not given yet.
  func suggestions(_ list: [Suggestion]) -> Suggestions {
    var found = Suggestions.matching(
      list.filter { !given.contains($0.text.lowercased()) }, last)
    found.suggestions = found.suggestions.map {
      Suggestion($0.text, $0.about, value: before + $0.value, closes: false)
    }
    return found
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
