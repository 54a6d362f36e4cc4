import Output

/// A character of a text as it reads, and as it stands in the HTML of the message.
struct MentionCell: Sendable, Hashable {
  /// A no-break space is a space here: names are typed with plain ones.
  let character: Character
  let html: String

  init(_ character: Character, html: String) {
    self.character = character == "\u{A0}" ? " " : character
    self.html = html
  }

  static func cells(ofText text: String) -> [MentionCell] {
    text.map { MentionCell($0, html: HTMLEscaping.text(String($0))) }
  }
}

/// A part of a message in which names are looked for, or are not.
enum MentionPiece: Sendable, Hashable {
  /// Kept as it is: tags, code, what is mentioned already.
  case markup(String)
  /// Text, and the character that is read before it on the same line.
  case text([MentionCell], after: Character?)
}

extension MentionPiece {
  /// Parts HTML; what is no HTML to a browser is text here too.
  static func pieces(ofHTML html: String) -> [MentionPiece] {
    var reader = MentionHTMLReader(rest: html[...])
    reader.read()
    return reader.pieces
  }
}

/// Reads HTML once, from its beginning to its end.
private struct MentionHTMLReader {
  var rest: Substring
  private(set) var pieces: [MentionPiece] = []
  private var cells: [MentionCell] = []
  /// The character before the cells, as it is read.
  private var before: Character?
  /// The elements around the text in which nobody is mentioned.
  private var closed: [Substring] = []

  private static let closing: Set = ["code", "pre", "at", "script", "style", "textarea", "title"]
  /// The elements that break no line: text behind their tags goes on where it was.
  private static let inline: Set = [
    "a", "abbr", "at", "b", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "s",
    "small", "span", "strike", "strong", "sub", "sup", "u",
  ]

  init(rest: Substring) { self.rest = rest }

  mutating func read() {
    while let character = rest.first {
      if character == "<", let tag = tag() {
        rest = rest.dropFirst(tag.count)
        markup(tag)
      } else if closed.isEmpty {
        text(character)
      } else {
        before = character
        rest.removeFirst()
        append(markup: String(character))
      }
    }
    flush()
  }

  /// A tag or comment at the front, whole.
  private func tag() -> Substring? {
    if rest.hasPrefix("<!--") {
      return rest.firstRange(of: "-->").map { rest[..<$0.upperBound] } ?? rest
    }
    guard let next = rest.dropFirst().first, next.isLetter || "/!?".contains(next) else {
      return nil
    }
    var quote: Character?
    for index in rest.indices.dropFirst() {
      let character = rest[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if "\"'".contains(character) {
        quote = character
      } else if character == ">" {
        return rest[...index]
      }
    }
    return rest
  }

  private mutating func markup(_ tag: Substring) {
    let isEnd = tag.hasPrefix("</")
    let name = tag.dropFirst(isEnd ? 2 : 1).prefix { $0.isLetter || $0.isNumber }.lowercased()
    flush()
    append(markup: String(tag))
    if !name.isEmpty, !Self.inline.contains(name) { before = nil }
    guard Self.closing.contains(name), !tag.hasSuffix("/>") else { return }
    if !isEnd {
      closed.append(name[...])
    } else if let index = closed.lastIndex(of: name[...]) {
      closed.removeSubrange(index...)
    }
  }

  private mutating func text(_ character: Character) {
    if character == "&", let (decoded, source) = Self.entity(rest) {
      cells.append(MentionCell(decoded, html: String(source)))
      rest = rest.dropFirst(source.count)
    } else {
      cells.append(MentionCell(character, html: String(character)))
      rest.removeFirst()
    }
  }

  private mutating func append(markup source: String) {
    if case .markup(let known)? = pieces.last {
      pieces[pieces.count - 1] = .markup(known + source)
    } else {
      pieces.append(.markup(source))
    }
  }

  private mutating func flush() {
    guard let last = cells.last else { return }
    pieces.append(.text(cells, after: before))
    before = last.character
    cells = []
  }

  private static let named: [Substring: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]

  /// The character that an entity at the front stands for, and the entity itself.
  private static func entity(_ text: Substring) -> (Character, Substring)? {
    guard let end = text.prefix(12).firstIndex(of: ";") else { return nil }
    let name = text[text.index(after: text.startIndex)..<end]
    let source = text[...end]
    if let character = named[name] { return (character, source) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number =
      digits.lowercased().hasPrefix("x")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return number.flatMap(Unicode.Scalar.init).map { (Character($0), source) }
  }
}
