import Documents

/// What somebody wants who writes to the bot alone.
package enum DirectMessage: Sendable, Hashable {
  /// Which incidents are listed.
  package enum Selection: Sendable, Hashable {
    case open, mine, closed
  }

  case list(Selection, page: Int)
  /// Incidents to open, as they were described.
  case open([Draft])
  case mirror(Int64)
  /// A command that is not understood as it was written.
  case malformed(Fault)
  /// Anything else: what the bot understands is said.
  case help

  /// What is wrong with a command.
  package enum Fault: Sendable, Hashable {
    /// Nothing says what the incident is called.
    case nameMissing
    /// JSON stands beside other properties.
    case jsonWithOthers
    case jsonInvalid
    /// No incident is named.
    case numberMissing
  }

  /// An incident as a message describes it.
  package struct Draft: Sendable, Hashable {
    package let name: String
    package var type: String?
    package var severity: String?
    package var owner: String?
    package var details: String?
    package var labels: [String] = []

    package init(name: String, type: String? = nil) {
      self.name = name
      self.type = type
    }
  }

  /// Whether it wants an incident opened, all that strangers may do.
  package var opens: Bool {
    switch self {
    case .open, .malformed(.nameMissing), .malformed(.jsonWithOthers), .malformed(.jsonInvalid):
      true
    case .list, .mirror, .malformed(.numberMissing), .help: false
    }
  }

  /// Reads a message, without the mentions of the bot in it.
  package init(_ text: String) {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if words.first == "list", let list = Self.list(words.dropFirst()) {
      self = list
    } else if words.first == "mirror" {
      let numbers = words.dropFirst().compactMap { Int64($0) }
      self = numbers.first.map { .mirror($0) } ?? .malformed(.numberMissing)
    } else if words.contains("incident"), !Self.openers.isDisjoint(with: words) {
      self = Self.opening(text)
    } else {
      self = .help
    }
  }

  private static let openers: Set<String> = ["create", "open", "new"]

  private static func list(_ words: ArraySlice<String>) -> DirectMessage? {
    var words = words
    var selection = Selection.open
    switch words.first {
    case "my": selection = .mine
    case "closed": selection = .closed
    case "open": break
    default: words.insert("open", at: words.startIndex)
    }
    words = words.dropFirst()
    guard words.popFirst() == "incidents" else { return nil }
    if words.isEmpty { return .list(selection, page: 1) }
    guard words.popFirst() == "page", let page = words.popFirst().flatMap({ Int($0) }), page > 0,
      words.isEmpty
    else { return nil }
    return .list(selection, page: page)
  }

  /// Reads what stands behind `incident`: JSON, properties, or words that are the name.
  private static func opening(_ text: String) -> DirectMessage {
    if let json = text.firstMatch(of: /(?:^|\s)json=(.*)/.dotMatchesNewlines().ignoresCase()) {
      let before = text[..<json.range.lowerBound]
      guard !before.contains(/(?:^|\s)(?:name|type)=/) else {
        return .malformed(.jsonWithOthers)
      }
      return drafts(String(json.1))
    }
    if text.contains(/(?:^|\s)(?:name|type)=/) {
      guard let name = property("name", of: text) else { return .malformed(.nameMissing) }
      return .open([Draft(name: name, type: property("type", of: text))])
    }
    let words = text.firstMatch(of: /\bincident\b[\s:]*(.*)/.dotMatchesNewlines().ignoresCase())
    let name = (words?.1 ?? "").trimmed
    return name.isEmpty ? .malformed(.nameMissing) : .open([Draft(name: name)])
  }

  /// The text from `key=` to the next property; `nil` where there is none.
  private static func property(_ key: String, of text: String) -> String? {
    guard let start = text.firstRange(of: "\(key)=") else { return nil }
    let rest = text[start.upperBound...]
    let end = rest.firstMatch(of: /\s(?:name|type)=/)?.range.lowerBound ?? rest.endIndex
    let value = rest[..<end].trimmed
    return value.isEmpty ? nil : value
  }

  private static func drafts(_ text: String) -> DirectMessage {
    // Teams makes typographic quotes of what is typed.
    let straight = text.replacing(/[\u{201C}\u{201D}\u{201E}]/, with: "\"")
      .replacing(/[\u{2018}\u{2019}]/, with: "'")
    guard let document = try? JSON(parsing: straight.trimmed) else {
      return .malformed(.jsonInvalid)
    }
    let objects = document.array ?? [document]
    guard !objects.isEmpty, objects.allSatisfy({ $0.object != nil }) else {
      return .malformed(.jsonInvalid)
    }
    let drafts = objects.compactMap(Draft.init)
    return drafts.count == objects.count ? .open(drafts) : .malformed(.nameMissing)
  }
}

extension DirectMessage.Draft {
  /// Reads an object; `nil` for one without a name.
  fileprivate init?(_ document: JSON) {
    guard let name = document["name"]?.string, name.contains(where: { !$0.isWhitespace }) else {
      return nil
    }
    self.init(name: name, type: document["type"]?.string)
    severity = document["severity"].flatMap { $0.string ?? ($0.isNull ? nil : $0.text()) }
    owner = document["owner"]?.string
    details = document["details"]?.string
    labels = (document["labels"]?.array ?? []).compactMap { label in
      label.string ?? label["value"]?.string.map { "\(label["type"]?.string ?? "label"):\($0)" }
    }
  }
}
