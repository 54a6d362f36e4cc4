/// One JSON value as it travels between the tenant and a client: order kept, numbers as written.
enum Document: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([Document])
  case object(Fields)

  /// The members of a JSON object, in the order in which they are printed.
  struct Fields: Sendable, Equatable {
    private(set) var entries: [Entry]

    /// One named member.
    struct Entry: Sendable, Equatable {
      let name: String
      var value: Document
    }

    init(_ entries: [Entry] = []) {
      self.entries = entries
    }

    subscript(name: String) -> Document? {
      get { entries.first { $0.name == name }?.value }
      set {
        let index = entries.firstIndex { $0.name == name }
        switch (index, newValue) {
        case (.some(let index), .some(let value)): entries[index].value = value
        case (.some(let index), .none): entries.remove(at: index)
        case (.none, .some(let value)): entries.append(Entry(name: name, value: value))
        case (.none, .none): break
        }
      }
    }
  }
}

extension Document {
  static func number(_ value: Int) -> Document { .number(String(value)) }

  static func strings(_ values: [String]) -> Document { .array(values.map(Document.string)) }

  /// A string, or JSON's null where there is none: Graph prints absent values.
  static func text(_ value: String?) -> Document { value.map(Document.string) ?? .null }

  subscript(name: String) -> Document? {
    guard case .object(let fields) = self else { return nil }
    return fields[name]
  }

  var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  var array: [Document]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  var fields: Fields? {
    guard case .object(let fields) = self else { return nil }
    return fields
  }

  var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// A whole number, where the value is one that fits.
  var integer: Int? {
    guard case .number(let text) = self else { return nil }
    return Int(text)
  }

  var isNull: Bool { self == .null }

  /// This object with members put in front of its own.
  func preceded(by front: Fields) -> Document {
    guard case .object(let own) = self else { return self }
    return .object(Fields(front.entries + own.entries))
  }

  /// This object with members put after its own.
  func followed(by back: Fields) -> Document {
    guard case .object(let own) = self else { return self }
    return .object(Fields(own.entries + back.entries))
  }
}

extension Document: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .string(value) }
}

extension Document: ExpressibleByBooleanLiteral {
  init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension Document: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int) { self = .number(value) }
}

extension Document: ExpressibleByNilLiteral {
  init(nilLiteral: ()) { self = .null }
}

extension Document: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: Document...) { self = .array(elements) }
}

extension Document: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, Document)...) {
    self = .object(Fields(elements.map { Fields.Entry(name: $0.0, value: $0.1) }))
  }
}

extension Document.Fields: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, Document)...) {
    self.init(elements.map { Entry(name: $0.0, value: $0.1) })
  }
}
