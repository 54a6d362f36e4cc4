import CommandKit

/// What follows an `@`, held against the names of members.
struct MentionName {
  /// Who is meant, and how many cells name them.
  struct Found: Equatable {
    let id: String
    let name: String
    let length: Int
  }

  private let cells: ArraySlice<MentionCell>
  /// Whether only a semicolon ends a name.
  private let isClosed: Bool

  init(_ cells: ArraySlice<MentionCell>, closed isClosed: Bool = false) {
    self.cells = cells
    self.isClosed = isClosed
  }

  /// Who is meant; `nil` where the text is no name and claims to be none.
  func find(
    among members: [MentionText.Member], of place: String
  ) throws(CommandError) -> Found? {
    let closed = self.closed
    if let name = closed {
      var named = members.filter { Self.folded($0.name) == Self.folded(name) }
      if named.isEmpty {
        named = members.filter { $0.handle.map { Self.folded($0) == Self.folded(name) } ?? false }
      }
      if !named.isEmpty {
        return try only(named, name, length: (closedLength ?? 0) + 1, place)
      }
    }
    if !isClosed, let (named, length) = longest(among: members) {
      return try only(named, text(of: length), length: length, place)
    }
    guard let closed else { return nil }
    throw CommandError(.mention(.unknown, name: closed, place: place))
  }

  private func only(
    _ named: [MentionText.Member], _ name: String, length: Int, _ place: String
  ) throws(CommandError) -> Found {
    let ids = Set(named.map(\.id))
    guard ids.count == 1, let member = named.first else {
      throw CommandError(.mention(.ambiguous, name: name, place: place))
    }
    guard let id = member.id else {
      throw CommandError(.mention(.withoutID, name: name, place: place))
    }
    return Found(id: id, name: member.name, length: length)
  }

  /// What stands before a semicolon on the same line.
  var closed: String? { closedLength.map(text) }

  /// How many cells stand before a semicolon on the same line.
  private var closedLength: Int? {
    let length = cells.prefix {
      $0.character != ";" && $0.character != "@" && !$0.character.isNewline
    }
    .count
    guard length > 0, cells.dropFirst(length).first?.character == ";" else { return nil }
    return length
  }

  /// The members whose name is the longest that the text begins with; a whole name before the first
  /// part of a mail address as long.
  private func longest(
    among members: [MentionText.Member]
  ) -> (members: [MentionText.Member], length: Int)? {
    let handle = self.handle
    var best: (members: [MentionText.Member], length: Int, isName: Bool)?
    for member in members {
      let byName = length(of: member.name)
      let byHandle = member.handle.flatMap {
        !handle.isEmpty && Self.folded($0) == Self.folded(handle) ? handle.count : nil
      }
      let length = max(byName ?? 0, byHandle ?? 0)
      guard length > 0 else { continue }
      let isName = byName == length
      if let known = best,
        known.length > length || known.length == length && known.isName && !isName
      {
        continue
      }
      if best?.length == length, best?.isName == isName {
        best?.members.append(member)
      } else {
        best = ([member], length, isName)
      }
    }
    return best.map { ($0.members, $0.length) }
  }

  /// How many cells the name takes, when the text begins with it and a word ends there.
  private func length(of name: String) -> Int? {
    guard !name.isEmpty, name.count <= cells.count,
      zip(name, cells).allSatisfy({ Self.folded($0) == Self.folded($1.character) })
    else { return nil }
    let next = cells.dropFirst(name.count).first?.character
    return next.map { $0.isLetter || $0.isNumber } ?? false ? nil : name.count
  }

  /// What could stand before the `@` of a mail address; a full stop at its end ends a sentence.
  private var handle: String {
    var handle = text(
      of: cells.prefix {
        $0.character.isLetter || $0.character.isNumber || "._-+".contains($0.character)
      }
      .count)
    while handle.last == "." { handle.removeLast() }
    return handle
  }

  private func text(of length: Int) -> String { String(cells.prefix(length).map(\.character)) }

  private static func folded(_ text: String) -> String { text.uppercased().lowercased() }
  private static func folded(_ character: Character) -> String { folded(String(character)) }
}
