extension Settings {
  /// One setting: its name, what it does, and how it is read and written as text.
  package struct Key: Sendable {
    package let name: String
    package let abstract: String
    /// The values it takes; empty for free text.
    package let values: [String]
    package let read: @Sendable (Settings) -> String
    let write: @Sendable (inout Settings, String) -> Bool
  }
}

extension Settings.Key {
  /// A setting that is on or off.
  static func flag(
    _ name: String, _ abstract: String,
    _ property: any (WritableKeyPath<Settings, Bool> & Sendable)
  ) -> Settings.Key {
    Settings.Key(
      name: name, abstract: abstract, values: ["off", "on"],
      read: { $0[keyPath: property] ? "on" : "off" },
      write: { settings, text in
        guard let flag = ["on": true, "off": false][text] else { return false }
        settings[keyPath: property] = flag
        return true
      })
  }

  /// A setting of free text, which an empty one sets back to its standard.
  static func text(
    _ name: String, _ abstract: String,
    _ property: any (WritableKeyPath<Settings, String> & Sendable), standard: String
  ) -> Settings.Key {
    Settings.Key(
      name: name, abstract: abstract, values: [],
      read: { $0[keyPath: property] },
      write: { settings, text in
        settings[keyPath: property] = text.isEmpty ? standard : text
        return true
      })
  }

  /// A setting of one of a few words.
  static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ abstract: String,
    _ property: any (WritableKeyPath<Settings, Value> & Sendable)
  ) -> Settings.Key {
    Settings.Key(
      name: name, abstract: abstract, values: Value.allCases.map(\.rawValue),
      read: { $0[keyPath: property].rawValue },
      write: { settings, text in
        guard let value = Value(rawValue: text) else { return false }
        settings[keyPath: property] = value
        return true
      })
  }

  /// A setting that is a number from 0 up.
  static func number(
    _ name: String, _ abstract: String,
    _ property: any (WritableKeyPath<Settings, Int> & Sendable)
  ) -> Settings.Key {
    Settings.Key(
      name: name, abstract: abstract, values: [],
      read: { String($0[keyPath: property]) },
      write: { settings, text in
        guard let number = Int(text), number >= 0 else { return false }
        settings[keyPath: property] = number
        return true
      })
  }
}
