#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Decides by the environment which program shows what is longer than the screen.
package enum PagerChoice: Sendable, Hashable {
  /// Somebody wants none, or the terminal cannot be painted on.
  case none
  /// The program that is asked for is not installed.
  case missing(String)
  /// A command for the system's shell.
  case command(String)

  /// `TEAMSH_PAGER` over `PAGER` over `less`; an empty one and `cat` mean none.
  package init(
    environment: [String: String], isInstalled: (String) -> Bool = PagerChoice.isInstalled
  ) {
    guard !["", "dumb", "unknown", "emacs"].contains(environment["TERM"] ?? "") else {
      self = .none
      return
    }
    let asked = environment["TEAMSH_PAGER"] ?? environment["PAGER"]
    let command = String((asked ?? "less").drop { $0.isWhitespace })
    guard let program = command.split(whereSeparator: \.isWhitespace).first, program != "cat"
    else {
      self = .none
      return
    }
    // What is more than a program and its arguments is for the shell to judge.
    let isPlain = program.allSatisfy { $0.isLetter || $0.isNumber || "/._-+".contains($0) }
    guard !isPlain || isInstalled(String(program)) else {
      self = asked == nil ? .none : .missing(String(program))
      return
    }
    self = .command(command)
  }

  /// The environment of the program: how `less` is to behave where nobody said so, and no secret.
  package static func environment(_ environment: [String: String]) -> [String: String] {
    var result = environment
    // Leave when it fits (F), let colours through (R), cut long lines (S), and stay on the screen (X).
    if result["LESS"] == nil { result["LESS"] = "FRSX" }
    result["TEAMSH_ACCESS_TOKEN"] = nil
    return result
  }

  /// Whether a program is found where the process looks for programs.
  package static func isInstalled(_ program: String) -> Bool {
    guard !program.contains("/") else { return unsafe access(program, X_OK) == 0 }
    guard let path = unsafe getenv("PATH") else { return false }
    return unsafe String(cString: path).split(separator: ":").contains { folder in
      unsafe access("\(folder)/\(program)", X_OK) == 0
    }
  }
}
