/// The arguments of one call of an integration command, checked before anything is sent.
package struct IntegrationArguments: Sendable, Hashable {
  package let command: String
  private let values: [String: String]
  private let standards: [String: String]

  /// Takes the words behind the name that are arguments.
  ///
  /// - Throws: ``IntegrationFault`` for the first that is wrong, or for one that is missing.
  init(_ words: [Word], of command: IntegrationCommand) throws(IntegrationFault) {
    try self.init(known: words, isWhole: true, of: command)
  }

  /// Checks words of which others may not be known yet.
  init(
    known words: [Word], isWhole: Bool, of command: IntegrationCommand
  ) throws(IntegrationFault) {
    var values: [String: String] = [:]
    for word in words {
      let (name, value) = try Self.parts(of: word, in: command)
      if values[name] != nil {
        throw IntegrationFault(command: command.name, .duplicateArgument(name), typed: word.text)
      }
      values[name] = value
    }
    if isWhole {
      for argument in command.arguments where argument.isRequired {
        guard values[argument.name]?.isEmpty ?? true else { continue }
        throw IntegrationFault(
          command: command.name, .missingArgument(argument.name, about: argument.abstract))
      }
    }
    self.command = command.name
    self.values = values
    standards = command.arguments.reduce(into: [:]) { $0[$1.name] = $1.standard }
  }

  /// The name and the checked value of one word.
  private static func parts(
    of word: Word, in command: IntegrationCommand
  ) throws(IntegrationFault) -> (String, String) {
    func fault(_ code: IntegrationFault.Code) -> IntegrationFault {
      IntegrationFault(command: command.name, code, typed: word.text)
    }
    guard let (name, value) = word.assignment else { throw fault(.strayWord) }
    guard let argument = command.argument(name) else {
      throw fault(.unknownArgument(name, known: command.arguments.map(\.name)))
    }
    let text = value.text
    switch argument.form {
    case .boolean where !text.isEmpty && IntegrationArgument.boolean(text) == nil:
      throw fault(.notBoolean(name))
    case .number where !text.isEmpty && Int(text).map({ $0 >= 0 }) != true:
      throw fault(.notNumber(name, value: text))
    default: break
    }
    guard !text.isEmpty, let known = argument.value(of: text) else {
      if text.isEmpty { return (name, "") }
      throw fault(.notAllowed(name, value: text, allowed: argument.allowed))
    }
    return (name, known)
  }

  /// A fault of this call.
  package func fault(_ code: IntegrationFault.Code) -> IntegrationFault {
    IntegrationFault(command: command, code)
  }

  /// The text of an argument, or what holds without it; `nil` for none and for an empty one.
  package subscript(_ name: String) -> String? {
    let text = values[name] ?? ""
    return text.isEmpty ? standards[name] : text
  }

  /// Whether an argument was typed, and not as an empty one.
  package func isGiven(_ name: String) -> Bool { values[name]?.isEmpty == false }

  /// The text of an argument that cannot be missing.
  package func text(_ name: String) -> String { self[name] ?? "" }

  /// Whether an argument says yes.
  package func flag(_ name: String) -> Bool {
    self[name].flatMap(IntegrationArgument.boolean) ?? false
  }

  /// A number; missing, empty and 0 come to what holds without it.
  package func number(_ name: String) -> Int {
    let standard = standards[name].flatMap { Int($0) } ?? 0
    let given = self[name].flatMap { Int($0) } ?? standard
    return given == 0 ? standard : given
  }
}
