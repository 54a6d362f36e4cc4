/// Says what a half-typed line could go on with.
package protocol Completer: Sendable {
  /// The candidates at the cursor.
  ///
  /// Asked on the editor's own thread, between a key and its echo: it answers from memory, at once.
  ///
  /// - Parameters:
  ///   - line: The whole statement as typed so far.
  ///   - cursor: The cursor, counted in Unicode scalars.
  /// - Returns: The candidates, none where nothing fits.
  func completions(for line: String, cursor: Int) -> Completion

  /// Says whom to tell that an earlier answer would now be another, since names have arrived.
  ///
  /// Called once, before the first question. A menu on the screen is then asked for again.
  func announce(to listener: @escaping @Sendable () -> Void)
}

extension Completer {
  package func announce(to listener: @escaping @Sendable () -> Void) {}
}

/// What could stand in place of a part of the line.
package struct Completion: Sendable, Hashable {
  /// The part of the line that a candidate replaces, in Unicode scalars.
  package var replacing: Range<Int>
  /// The best candidates, best first.
  package var candidates: [Candidate]
  /// How many there are in all, those not in ``candidates`` included.
  package var total: Int
  /// A word on the data itself, such as its age.
  package var note: String?

  /// Makes a completion; the total is at least the number of candidates.
  package init(
    replacing: Range<Int>, candidates: [Candidate], total: Int? = nil, note: String? = nil
  ) {
    self.replacing = replacing
    self.candidates = candidates
    self.total = max(total ?? 0, candidates.count)
    self.note = note
  }
}

/// One text that could be inserted.
package struct Candidate: Sendable, Hashable {
  /// The exact text to put in place, its quotes and closing space included.
  package var insertion: String
  /// The text shown in the menu.
  package var display: String
  /// A word on what it is; empty for none.
  package var description: String

  /// Makes a candidate.
  package init(insertion: String, display: String, description: String = "") {
    self.insertion = insertion
    self.display = display
    self.description = description
  }
}
