internal import CEditline
import Glibc

/// What became of the process's character set.
package enum TerminalLocale: Sendable, Hashable {
  /// The environment names one with more than 256 characters.
  case asConfigured
  /// The environment named none such, and another was taken.
  case repaired(to: String)
  /// There is no such locale on this system: letters beyond ASCII may not move as words do.
  case limited

  /// Takes the environment's character set, or a UTF-8 one where that is too small.
  ///
  /// To be called once, before the first thread that could ask for it.
  package static func repair() -> TerminalLocale {
    if unsafe setlocale(LC_CTYPE, "") != nil, teamsh_mb_cur_max() > 1 { return .asConfigured }
    for name in ["C.UTF-8", "en_US.UTF-8"] where unsafe setlocale(LC_CTYPE, name) != nil {
      return .repaired(to: name)
    }
    return .limited
  }
}
