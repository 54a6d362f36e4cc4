import CommandKit

/// What one start of teamsh is to do.
enum LaunchMode: Sendable {
  case interactive
  case lines([String], arguments: [String])
  case script(String, arguments: [String])
  /// A script on standard input.
  case standardInput
  /// One command straight from the system's shell.
  case command([String])

  /// Decides by what is there: a known command word wins over a file's name, and a file has a slash or
  /// an extension, or `-f` before it.
  init(_ options: LaunchOptions, catalog: Catalog, isTerminal: Bool) {
    let rest = options.rest
    if !options.lines.isEmpty {
      self = .lines(options.lines, arguments: rest)
    } else if let file = options.file {
      self = .script(file, arguments: rest)
    } else if let first = rest.first {
      let isFile = first.contains("/") || first.dropFirst().contains(".")
      self =
        isFile && !catalog.knows(first)
        ? .script(first, arguments: Array(rest.dropFirst()))
        : .command([Self.name(first, in: catalog)] + rest.dropFirst())
    } else {
      self = isTerminal ? .interactive : .standardInput
    }
  }

  /// The word without the `!` that may stand before a command of the integration, as at the prompt.
  private static func name(_ word: String, in catalog: Catalog) -> String {
    let name = String(word.dropFirst())
    return word.hasPrefix("!") && catalog.integration(name) != nil ? name : word
  }
}
