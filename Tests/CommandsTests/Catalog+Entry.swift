import CommandKit
import Commands
import Testing

extension Catalog {
  /// The names of all commands, which tests run over.
  static let names = teamsh.entries.map(\.name)

  /// The command of that name.
  static func entry(_ name: String) throws -> CatalogEntry {
    try #require(teamsh.entries.first { $0.name == name }, "There is no \(name).")
  }

  /// The names of the commands that have one of some effects.
  static func names(_ effects: Effect...) -> [String] {
    teamsh.entries.filter { effects.contains($0.type.effect) }.map(\.name)
  }
}

extension CatalogEntry {
  /// The fewest words that the command's declarations accept: a value for everything that is required.
  var fewestWords: [String] {
    Grammar(type).parameters.filter { !$0.isOptional && !$0.isFlag }
      .flatMap { parameter -> [String] in
        let value = parameter.values.first ?? "19:x@thread.v2/1"
        return parameter.isPositional ? [value] : [parameter.names.last ?? "", value]
      }
  }
}
