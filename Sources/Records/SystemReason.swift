import Foundation
import SystemPackage

/// Why the operating system refused, in its own short words.
///
/// Foundation wraps what the system said into sentences about itself; the system's words are what an
/// administrator can look up.
package enum SystemReason {
  /// The reason behind an error; an error of Foundation alone is described as it does itself.
  package static func of(_ error: any Error) -> String {
    let foundation = error as NSError
    guard let cause = foundation.userInfo[NSUnderlyingErrorKey] as? NSError,
      cause.domain == NSPOSIXErrorDomain
    else { return foundation.localizedDescription }
    return Errno(rawValue: CInt(cause.code)).description
  }
}
