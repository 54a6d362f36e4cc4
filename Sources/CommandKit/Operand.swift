package import ArgumentParser

/// Where words of a line go in a command: a positional argument, as POSIX calls it.
///
/// The parser takes the properties in their order; ``TeamshCommand/operands`` names them in the same one.
package struct Operand<Command>: Sendable {
  /// Whether it takes all words that are left.
  let takesRest: Bool
  /// Puts words into a command; false where they are no such values.
  let put: @Sendable (ArraySlice<String>, inout Command) -> Bool

  /// One word.
  package init<Value: ExpressibleByArgument>(
    _ property: any WritableKeyPath<Command, Value> & Sendable
  ) {
    self.init(one: { (value: Value, command) in command[keyPath: property] = value })
  }

  /// One word, or none.
  package init<Value: ExpressibleByArgument>(
    _ property: any WritableKeyPath<Command, Value?> & Sendable
  ) {
    self.init(one: { (value: Value, command) in command[keyPath: property] = value })
  }

  private init<Value: ExpressibleByArgument>(
    one set: @escaping @Sendable (Value, inout Command) -> Void
  ) {
    takesRest = false
    put = { words, command in
      guard let value = words.first.flatMap({ Value(argument: $0) }) else { return false }
      set(value, &command)
      return true
    }
  }

  /// All words that are left.
  package init<Value: ExpressibleByArgument>(
    _ property: any WritableKeyPath<Command, [Value]> & Sendable
  ) {
    takesRest = true
    put = { words, command in
      let values = words.compactMap { Value(argument: $0) }
      command[keyPath: property] = values
      return values.count == words.count
    }
  }
}

extension TeamshCommand {
  /// Puts the words of a line into a command that was parsed from as many; false where the parser has to
  /// look at them.
  static func put(_ words: [String], into command: inout Self) -> Bool {
    var rest = words[...]
    for operand in operands where !rest.isEmpty {
      let taken = operand.takesRest ? rest : rest.prefix(1)
      guard operand.put(taken, &command) else { return false }
      rest = rest.dropFirst(taken.count)
    }
    return rest.isEmpty && (try? command.validate()) != nil
  }
}
