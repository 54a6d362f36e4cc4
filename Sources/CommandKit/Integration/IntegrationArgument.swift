/// One `key=value` argument of an integration command.
package struct IntegrationArgument: Sendable, Hashable {
  package let name: String
  /// What it says, as a sentence.
  package let abstract: String
  package let isRequired: Bool
  /// What holds where it is left out; `nil` where nothing does.
  package let standard: String?
  /// The only values that it takes; empty for any.
  package let allowed: [String]
  /// How its text is understood.
  package let form: Form
  /// What completes it.
  package let kind: ValueKind

  /// How the text of an argument is understood.
  package enum Form: String, Sendable, Hashable {
    case text, list, boolean, number
  }

  package init(
    _ name: String, _ abstract: String, as kind: ValueKind = .text, form: Form = .text,
    isRequired: Bool = false, standard: String? = nil, allowed: [String] = []
  ) {
    self.name = name
    self.abstract = abstract
    self.kind = kind
    self.form = form
    self.isRequired = isRequired
    self.standard = standard
    self.allowed = allowed
  }

  /// What may be typed, for completion and help.
  package var choices: [String] { form == .boolean ? ["true", "false"] : allowed }
}

extension IntegrationArgument {
  /// `yes`, `no`, `true` and `false`, in any case; `nil` for anything else.
  package static func boolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes": true
    case "false", "no": false
    default: nil
    }
  }

  /// The value that the text stands for among those allowed; `nil` where it is none of them.
  func value(of text: String) -> String? {
    guard !allowed.isEmpty else { return text }
    return allowed.first { $0 == text } ?? allowed.first { $0.lowercased() == text.lowercased() }
  }
}
