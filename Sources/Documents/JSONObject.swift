/// The fields of a JSON object, in the order received.
///
/// Look-up walks the fields: Graph's objects have a few dozen at most, where a walk beats a hash table
/// and costs no second copy of the keys. Of a doubled key the last one counts, as in most parsers.
package struct JSONObject: Sendable, Hashable {
  package private(set) var fields: [Field]

  /// One name and its value.
  package struct Field: Sendable, Hashable {
    package let key: String
    package var value: JSON

    package init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }

  package init(_ fields: [(key: String, value: JSON)] = []) {
    self.fields = fields.map { Field(key: $0.key, value: $0.value) }
  }

  init(fields: [Field]) {
    self.fields = fields
  }

  /// The value under a key; setting `nil` removes the field, setting a new key appends it.
  package subscript(_ key: String) -> JSON? {
    get { fields.last { $0.key == key }?.value }
    set {
      guard let newValue else {
        fields.removeAll { $0.key == key }
        return
      }
      if let index = fields.lastIndex(where: { $0.key == key }) {
        fields[index].value = newValue
      } else {
        fields.append(Field(key: key, value: newValue))
      }
    }
  }

  package var isEmpty: Bool { fields.isEmpty }
}

extension JSON {
  /// The object without some of its fields; anything else as it is.
  package func without(_ keys: String...) -> JSON { without(keys.contains) }

  /// The object without the fields whose names are chosen; anything else as it is.
  package func without(_ isGone: (String) -> Bool) -> JSON {
    guard let fields = object?.fields, fields.contains(where: { isGone($0.key) }) else {
      return self
    }
    return .object(JSONObject(fields: fields.filter { !isGone($0.key) }))
  }
}
