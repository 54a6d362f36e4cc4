#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The process's own standard output and standard error.
package struct Console: Sendable {
  package let output: DescriptorSink
  package let errors: DescriptorSink

  /// - Parameter environment: Decides on colour and, where the terminal does not tell it, the width.
  package init(environment: [String: String]) {
    output = DescriptorSink(descriptor: STDOUT_FILENO, environment: environment)
    errors = DescriptorSink(descriptor: STDERR_FILENO, environment: environment)
  }

  /// Makes a write to a pipe without a reader an error instead of the process's end.
  ///
  /// To be called once, before the first write. Programs started later must be given the default back.
  package static func ignoreClosedPipes() {
    signal(SIGPIPE, SIG_IGN)
  }
}
