/// One Tab and what follows it: the candidates, the chosen one, and what was typed before.
struct CompletionSession: Hashable {
  /// A text with a cursor in it, in scalars.
  struct Line: Hashable {
    var text: [Unicode.Scalar]
    var cursor: Int
  }

  let completion: Completion
  /// The line when Tab was pressed.
  let typed: Line
  /// The line with the candidates' common part in it.
  let extended: Line
  /// The candidate in the line now; `nil` before the second Tab.
  private(set) var selected: Int?

  /// Whether there is a choice to show.
  var isAmbiguous: Bool { completion.candidates.count > 1 || completion.total > 1 }

  init(_ completion: Completion, line: Line) {
    self.completion = completion
    typed = line
    let only = completion.total == 1 ? completion.candidates.first?.insertion : nil
    let part = only ?? Self.commonPart(of: completion, in: line)
    extended = part.map { Self.insert($0, in: line, replacing: completion.replacing) } ?? line
  }

  /// Goes on with a menu whose line has changed: nothing is put into it unasked.
  init(narrowed completion: Completion, line: Line) {
    self.init(completion, typed: line, extended: line)
  }

  private init(_ completion: Completion, typed: Line, extended: Line) {
    self.completion = completion
    self.typed = typed
    self.extended = extended
  }

  /// Whether there is anything to show: a choice, or a word on why there is none.
  var isWorthShowing: Bool {
    isAmbiguous || (completion.candidates.isEmpty && completion.note != nil)
  }

  /// The session with a newer answer for what was typed, which Escape still restores.
  ///
  /// The candidate chosen stays chosen where it is still there.
  func updated(with newer: Completion) -> CompletionSession {
    var session = CompletionSession(newer, typed: typed, extended: extended)
    if let selected {
      session.selected = newer.candidates.firstIndex(of: completion.candidates[selected])
    }
    return session
  }

  /// The line as it stands with the selection.
  var line: Line {
    guard let selected else { return extended }
    return Self.insert(
      completion.candidates[selected].insertion, in: typed, replacing: completion.replacing)
  }

  /// Selects the next candidate, or with -1 the one before; behind the last comes the first.
  mutating func move(by step: Int) {
    let count = completion.candidates.count
    guard count > 0 else { return }
    guard let current = selected else {
      selected = step > 0 ? 0 : count - 1
      return
    }
    selected = (current + step + count) % count
  }

  private static func insert(_ insertion: String, in line: Line, replacing: Range<Int>) -> Line {
    let range = replacing.clamped(to: 0..<line.text.count)
    let scalars = Array(insertion.composed.unicodeScalars)
    return Line(
      text: Array(line.text[..<range.lowerBound]) + scalars + line.text[range.upperBound...],
      cursor: range.lowerBound + scalars.count)
  }

  /// What all candidates begin with, where that goes on from what was typed.
  ///
  /// Candidates that were found by another part of their name share less than what was typed, or
  /// something else; then the line stays as it is. A cut list says nothing about the rest of it.
  private static func commonPart(of completion: Completion, in line: Line) -> String? {
    guard completion.candidates.count == completion.total, let first = completion.candidates.first
    else { return nil }
    var common = Array(first.insertion.composed)
    for candidate in completion.candidates.dropFirst() {
      let same = zip(common, candidate.insertion.composed).prefix { $0 == $1 }.count
      common.removeLast(common.count - same)
    }
    let range = completion.replacing.clamped(to: 0..<line.text.count)
    let typed = String(String.UnicodeScalarView(line.text[range]))
    let part = String(common)
    let (foldedPart, foldedTyped) = (folded(part), folded(typed))
    let goesOn = foldedPart.count > foldedTyped.count && foldedPart.starts(with: foldedTyped)
    return goesOn || (foldedPart == foldedTyped && part.count > typed.count) ? part : nil
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().decomposed.unicodeScalars.filter {
      !$0.properties.isDiacritic && $0.properties.canonicalCombiningClass == .notReordered
        && $0 != "\"" && $0 != "'" && $0 != "\\"
    }
  }
}
