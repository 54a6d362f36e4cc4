/// Reads the text of a `$filter`.
struct FilterParser {
  private enum Token: Equatable {
    case word(String)
    case string(String)
    case open, close, comma, colon
  }

  private let text: String
  private let tokens: [Token]
  private var position = 0
  private var depth = 0

  static func parse(_ text: String) throws(GraphFailure) -> FilterExpression {
    var parser = FilterParser(text: text, tokens: try tokens(of: text))
    let expression = try parser.disjunction()
    guard parser.position == parser.tokens.count else { throw parser.failure }
    return expression
  }

  private var failure: GraphFailure {
    .badRequest("Invalid filter clause: Syntax error in '\(text)'.")
  }

  private static func tokens(of text: String) throws(GraphFailure) -> [Token] {
    var tokens: [Token] = []
    var rest = Substring(text)
    while let character = rest.first {
      switch character {
      case " ", "\t": rest.removeFirst()
      case "(": tokens.append(.open); rest.removeFirst()
      case ")": tokens.append(.close); rest.removeFirst()
      case ",": tokens.append(.comma); rest.removeFirst()
      case "'": tokens.append(.string(try string(from: &rest, of: text)))
      default:
        let word = rest.prefix { !" \t(),'".contains($0) }
        rest = rest.dropFirst(word.count)
        tokens += lambda(word)
      }
    }
    return tokens
  }

  /// Cuts the colon out of `x:x`; a time keeps its own.
  private static func lambda(_ word: Substring) -> [Token] {
    guard let colon = word.firstIndex(of: ":"), word.first?.isNumber == false else {
      return [.word(String(word))]
    }
    let after = word[word.index(after: colon)...]
    return [.word(String(word[..<colon])), .colon]
      + (after.isEmpty ? [] : [.word(String(after))])
  }

  private static func string(
    from rest: inout Substring, of text: String
  ) throws(GraphFailure) -> String {
    rest.removeFirst()
    var value = ""
    while let character = rest.popFirst() {
      guard character == "'" else {
        value.append(character)
        continue
      }
      guard rest.first == "'" else { return value }
      value.append("'")
      rest.removeFirst()
    }
    throw .badRequest(
      "Invalid filter clause: There is an unterminated string literal at position "
        + "\(text.count) in '\(text)'.")
  }

  private mutating func take(_ token: Token) -> Bool {
    guard position < tokens.count, tokens[position] == token else { return false }
    position += 1
    return true
  }

  private mutating func take(keyword: String) -> Bool {
    guard position < tokens.count, case .word(let word) = tokens[position],
      word.lowercased() == keyword
    else { return false }
    position += 1
    return true
  }

  private mutating func word() throws(GraphFailure) -> String {
    guard position < tokens.count, case .word(let word) = tokens[position] else { throw failure }
    position += 1
    return word
  }

  private mutating func disjunction() throws(GraphFailure) -> FilterExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth < 50 else { throw failure }
    var left = try conjunction()
    while take(keyword: "or") { left = .or(left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(GraphFailure) -> FilterExpression {
    var left = try negation()
    while take(keyword: "and") { left = .and(left, try negation()) }
    return left
  }

  private mutating func negation() throws(GraphFailure) -> FilterExpression {
    guard take(keyword: "not") else { return try term() }
    depth += 1
    defer { depth -= 1 }
    guard depth < 50 else { throw failure }
    return .not(try negation())
  }

  private mutating func term() throws(GraphFailure) -> FilterExpression {
    if take(.open) {
      // `(microsoft.graph.aadUserConversationMember/userId eq '…')` and plain groups look alike.
      let inner = try disjunction()
      guard take(.close) else { throw failure }
      return inner
    }
    let name = try word()
    if take(.open) { return try invocation(name) }
    let property = Self.property(name)
    if take(keyword: "in") { return .among(property: property, try list()) }
    guard let comparison = FilterExpression.Comparison(rawValue: try word().lowercased()) else {
      throw failure
    }
    return .compare(property: property, comparison, try literal())
  }

  private mutating func invocation(_ name: String) throws(GraphFailure) -> FilterExpression {
    if name.lowercased().hasSuffix("/any") { return try any(over: String(name.dropLast(4))) }
    guard let function = FilterExpression.TextFunction(rawValue: name.lowercased()) else {
      throw .badRequest("Invalid filter clause: An unknown function with name '\(name)' was found.")
    }
    let property = Self.property(try word())
    guard take(.comma), case .string(let value) = try literal(), take(.close) else {
      throw failure
    }
    if take(keyword: "eq") {
      let isTrue = take(keyword: "true")
      guard isTrue || take(keyword: "false") else { throw failure }
      let call = FilterExpression.call(function, property: property, value)
      return isTrue ? call : .not(call)
    }
    return .call(function, property: property, value)
  }

  private mutating func any(over collection: String) throws(GraphFailure) -> FilterExpression {
    let variable = try word()
    guard take(.colon) else { throw failure }
    let subject = try word()
    guard subject == variable || subject.hasPrefix(variable + "/"), take(keyword: "eq") else {
      throw failure
    }
    let member = subject.dropFirst(variable.count).split(separator: "/").last ?? ""
    let value = try literal()
    guard take(.close) else { throw failure }
    let property = Self.property(collection)
    return .any(
      property: member.isEmpty ? property : "\(property)/\(member.lowercased())", value)
  }

  private mutating func list() throws(GraphFailure) -> [FilterExpression.Literal] {
    guard take(.open) else { throw failure }
    var values = [try literal()]
    while take(.comma) { values.append(try literal()) }
    guard take(.close), values.count <= 15 else { throw failure }
    return values
  }

  private mutating func literal() throws(GraphFailure) -> FilterExpression.Literal {
    if position < tokens.count, case .string(let value) = tokens[position] {
      position += 1
      return .string(value)
    }
    let word = try word()
    switch word.lowercased() {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: break
    }
    if let number = Int(word) { return .number(number) }
    if let instant = Instant(text: word) { return .instant(instant) }
    guard word.count == 36, word.filter({ $0 == "-" }).count == 4 else { throw failure }
    return .string(word)
  }

  /// The property without the cast in front of it.
  private static func property(_ path: String) -> String {
    guard path.lowercased().hasPrefix("microsoft.graph."), let slash = path.firstIndex(of: "/")
    else { return path }
    return String(path[path.index(after: slash)...])
  }
}
