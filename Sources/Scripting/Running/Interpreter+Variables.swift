import CommandKit
import Documents

extension Interpreter {
  /// The value of `$name` or `${name.field}`; without one the statement fails.
  func value(of reference: VariableReference, at range: Range<Int>) async throws -> String {
    guard let path = reference.path else {
      if let text = await text(of: reference.name) { return text }
      throw unset(reference.name, at: range)
    }
    guard variables[reference.name] != nil || special.names.contains(reference.name) else {
      throw unset(reference.name, at: range)
    }
    let field = await special.value(of: reference.name)?.document?.value(at: path)
    guard let field else {
      throw failure(.missingField(variable: reference.name, path: path), at: range)
    }
    return field.word
  }

  private func unset(_ name: String, at range: Range<Int>) -> ScriptError {
    let known = variables.keys.filter { $0 != name } + special.names.filter { $0 != name }
    return failure(
      .unsetVariable(name, nearest: Spelling.nearest(to: name, among: known)), at: range)
  }

  private func text(of name: String) async -> String? {
    let arguments = currentFrame.arguments
    switch name {
    case "#": return String(arguments.count)
    case "@": return arguments.map(\.text).joined(separator: " ")
    case "?": return String(lastStatus.rawValue)
    case "!": return lastJob.map(String.init)
    default: break
    }
    if Int(name) != nil { return currentFrame.argument(name)?.text }
    if let text = variables[name] { return text }
    return await special.value(of: name)?.text
  }

  /// The variables as programs get them: the assigned ones, the arguments, and where the session stands.
  func programVariables() async -> [String: String] {
    var result = variables
    for (index, argument) in currentFrame.arguments.enumerated() {
      result[String(index + 1)] = argument.text
    }
    for name in special.names {
      if let value = await special.value(of: name) { result[name] = value.text }
    }
    return result
  }
}

extension JSON {
  /// A field's value as one word: texts as they are, nothing for null, the rest as JSON.
  fileprivate var word: String {
    switch self {
    case .null: ""
    case .string(let text): text
    default: text()
    }
  }
}
