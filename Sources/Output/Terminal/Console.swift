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

  /// Takes the numbers of standard streams that were closed, so that no file opened later gets them.
  ///
  /// Without this a reply could be written into the cache. A write still fails as on a closed stream.
  package static func holdClosedStreams() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }

  /// Makes a write to a pipe without a reader an error instead of the process's end.
  ///
  /// To be called once, before the first write. Programs started later must be given the default back.
  package static func ignoreClosedPipes() {
    signal(SIGPIPE, SIG_IGN)
  }
}
