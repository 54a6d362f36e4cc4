import Documents

/// Completes the paths of fields, as jq writes them, from objects that were seen.
struct FieldPaths: Sendable {
  private let documents: [JSON]

  init(_ documents: [JSON]) {
    self.documents = documents
  }

  /// What the path at the end of a jq expression could go on with.
  func suggestions(_ typed: String) -> Suggestions {
    let start = Self.pathStart(in: typed)
    let path = String(typed[start...])
    guard path.isEmpty || path.hasPrefix(".") else { return Suggestions() }
    let cut = path.lastIndex(of: ".") ?? path.startIndex
    let (parent, partial) = (String(path[..<cut]), String(path[cut...].dropFirst()))
    guard let inputs = Self.inputs(of: String(typed[..<start]), from: documents),
      let objects = Self.walk(parent, from: inputs)
    else { return Suggestions() }
    let fields = Self.fields(of: objects)
    let matching = Suggestions.matching(fields.map { Suggestion($0.name) }, partial)
    let wanted = Set(matching.suggestions.map(\.text))
    return Suggestions(
      fields.filter { wanted.contains($0.name) }.map { field in
        let step = Self.isPlain(field.name) ? ".\(field.name)" : ".[\"\(field.name)\"]"
        let whole = parent + step + (field.isList ? "[]" : "")
        return Suggestion(
          whole, field.about, value: typed[..<start] + whole, closes: false,
          signs: start == typed.startIndex ? 1 : 0)
      })
  }

  /// The names of the fields, without what Graph adds of its own.
  var names: [Suggestion] {
    Self.fields(of: documents).filter { !$0.name.contains("@") }
      .map { Suggestion($0.name, $0.about) }
  }

  /// The paths down to every value, as `--columns` and `${last…}` take them.
  var leaves: [Suggestion] { Self.leaves(of: documents, under: "") }

  private static func leaves(of objects: [JSON], under path: String) -> [Suggestion] {
    fields(of: objects).flatMap { field -> [Suggestion] in
      let name = path + field.name
      guard !field.inside.isEmpty, !field.isList else { return [Suggestion(name, field.about)] }
      return leaves(of: field.inside, under: name + ".")
    }
  }

  /// One field of some objects.
  private struct Field {
    let name: String
    var about: String
    var isList = false
    /// The objects in it.
    var inside: [JSON] = []
  }

  /// The fields that any of the objects has, in the order of the first that has each.
  private static func fields(of objects: [JSON]) -> [Field] {
    var order: [String] = []
    var fields: [String: Field] = [:]
    for field in objects.lazy.compactMap(\.object).flatMap(\.fields) {
      if fields[field.key] == nil { order.append(field.key) }
      var known = fields[field.key] ?? Field(name: field.key, about: "")
      if known.about.isEmpty { known.about = about(field.value) }
      known.isList = known.isList || field.value.array != nil
      known.inside += (field.value.array ?? [field.value]).filter { $0.object != nil }
      fields[field.key] = known
    }
    return order.compactMap { fields[$0] }
  }

  private static func about(_ value: JSON) -> String {
    switch value {
    case .null: ""
    case .array(let items): "list of \(items.count)"
    case .object: "object"
    case .string(let text): "as \(text.prefix(40))"
    default: "as \(value.text())"
    }
  }

  private static func isPlain(_ name: String) -> Bool {
    name.first?.isNumber == false
      && name.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_")
      }
  }
}

extension FieldPaths {
  /// Where the path begins that an expression ends with.
  private static func pathStart(in typed: String) -> String.Index {
    var start = typed.endIndex
    while start > typed.startIndex {
      let before = typed.index(before: start)
      let character = typed[before]
      guard character.isLetter || character.isNumber || "._[]\"@".contains(character) else { break }
      start = before
    }
    // The bracket of a list that is being made is none of the path's.
    while start < typed.endIndex, typed[start] == "[" || typed[start] == "\"" {
      start = typed.index(after: start)
    }
    return start
  }

  /// What comes out of the filters before a path; `nil` where that is too much to tell.
  private static func inputs(of expression: String, from documents: [JSON]) -> [JSON]? {
    var inputs = documents
    var filters = expression.split(separator: "|", omittingEmptySubsequences: false)
    // The last part holds the path itself: only what encloses it counts.
    let last = filters.popLast() ?? ""
    for filter in filters {
      guard let walked = walk(filter.filter { $0 != " " }, from: inputs) else { return nil }
      inputs = walked
    }
    return last.contains("map(") ? inputs.flatMap { $0.array ?? [] } : inputs
  }

  /// The values at a path of plain steps; `nil` where it has others.
  private static func walk(_ path: String, from inputs: [JSON]) -> [JSON]? {
    var values = inputs
    var rest = Substring(path)
    while !rest.isEmpty {
      if rest.hasPrefix("[]") {
        values = values.flatMap { $0.array ?? [] }
        rest = rest.dropFirst(2)
      } else if rest.first == "[", let close = rest.firstIndex(of: "]") {
        let inside = rest[rest.index(after: rest.startIndex)..<close]
        if let number = Int(inside) {
          values = values.compactMap { list in
            list.array.flatMap { $0.indices.contains(number) ? $0[number] : nil }
          }
        } else if inside.count > 1, inside.first == "\"", inside.last == "\"" {
          values = values.compactMap { $0[String(inside.dropFirst().dropLast())] }
        } else {
          return nil
        }
        rest = rest[rest.index(after: close)...]
      } else if rest.first == "." {
        rest = rest.dropFirst()
        let name = rest.prefix { $0 != "." && $0 != "[" }
        if !name.isEmpty { values = values.compactMap { $0[String(name)] } }
        rest = rest.dropFirst(name.count)
      } else {
        return nil
      }
    }
    return values
  }
}
