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
  /// The program that is asked for could start others, in a session that starts none.
  case refused(String)
  /// A command for the system's shell.
  case command(String)

  /// `TEAMSH_PAGER` over `PAGER` over `less`; an empty one and `cat` mean none.
  ///
  /// A restricted session has `less` or none, since of other programs nobody knows what they start.
  package init(
    environment: [String: String], isRestricted: Bool = false,
    isInstalled: (String) -> Bool = PagerChoice.isInstalled
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
    guard !isRestricted || Self.isLess(command) else {
      self = .refused(String(program))
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

  /// Whether a command is `less` with options of its own, and nothing that means more to the system's shell.
  private static func isLess(_ command: String) -> Bool {
    let words = command.split(separator: " ")
    return words.first == "less"
      && words.dropFirst().allSatisfy { word in
        word.hasPrefix("-")
          && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-=.,".contains($0)) }
      }
  }

  /// The environment of the program: how `less` is to behave where nobody said so, and no secret.
  ///
  /// For a restricted session `less` is told to start no program and to write no file.
  package static func environment(
    _ environment: [String: String], isRestricted: Bool = false
  ) -> [String: String] {
    var result = environment
    if isRestricted {
      // What could give back to it what the last of them takes.
      for name in environment.keys where name.hasPrefix("LESS") { result[name] = nil }
      result["LESSSECURE"] = "1"
    }
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
