/// Decides whether output is coloured, from what users set in their environment.
enum ColorChoice {
  /// `NO_COLOR` (non-empty) over `CLICOLOR_FORCE` (non-empty, not 0) over `CLICOLOR=0` over what the terminal
  /// can; one that does not say what it is can nothing.
  static func isColored(isTerminal: Bool, environment: [String: String]) -> Bool {
    if let no = environment["NO_COLOR"], !no.isEmpty { return false }
    if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
    if environment["CLICOLOR"] == "0" { return false }
    return isTerminal && !["", "dumb"].contains(environment["TERM"] ?? "")
  }
}
