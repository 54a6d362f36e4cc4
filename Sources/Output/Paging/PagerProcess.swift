import Dispatch
import Synchronization
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A running pager, fed through a pipe.
///
/// It is started at once and by ourselves, since the writer that starts it may hold the only thread that
/// tasks have; a thread of its own waits for its end.
final class PagerProcess: Sendable {
  private let process: pid_t
  /// The pipe's write end; `nil` once it is closed.
  private let pipe: Mutex<Int32?>
  private let isStopped = Atomic<Bool>(false)
  private let ending: AsyncStream<Void>

  /// How long a write waits before it looks whether it was called off.
  private static let momentInMilliseconds: Int32 = 50

  /// Starts the program; `nil` where the system refuses.
  ///
  /// `whenEnded` is called on another thread when the program has ended, whoever ended it.
  init?(_ pager: Pager, whenEnded: @escaping @Sendable () -> Void) {
    guard let ends = try? FileDescriptor.pipe(options: .closeOnExec) else { return nil }
    let started = Self.start(pager, input: ends.readEnd.rawValue)
    try? ends.readEnd.close()
    guard let started else {
      try? ends.writeEnd.close()
      return nil
    }
    process = started
    let writing = ends.writeEnd.rawValue
    _ = fcntl(writing, F_SETFL, fcntl(writing, F_GETFL) | O_NONBLOCK)
    pipe = Mutex(writing)
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    ending = stream
    DispatchQueue(label: "teamsh.pager").async {
      var status: Int32 = 0
      while unsafe waitpid(started, &status, 0) < 0, errno == EINTR {}
      whenEnded()
      continuation.finish()
    }
  }

  /// Hands text on, waiting while the person reads; fails once the program is gone.
  func write(_ bytes: [UInt8]) throws(SinkError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let descriptor = pipe.withLock({ $0 }), !isStopped.load(ordering: .relaxed) else {
        throw SinkError(code: .closedPipe, reason: "")
      }
      let piece = Array(rest.prefix(64 * 1024))
      let count = unsafe piece.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&request, 1, Self.momentInMilliseconds)
      } else if errno != EINTR {
        throw Descriptor.failure()
      }
    }
  }

  /// Ends the program instead of waiting for the person.
  func stop() {
    isStopped.store(true, ordering: .relaxed)
    _ = kill(process, SIGTERM)
  }

  /// Says that nothing more comes, and waits until the person has left.
  func finish() async {
    let descriptor = pipe.withLock { pipe in
      defer { pipe = nil }
      return pipe
    }
    if let descriptor { close(descriptor) }
    for await _ in ending {}
  }

  /// Runs the command with the input given, and the terminal's output; signals are as programs expect.
  private static func start(_ pager: Pager, input: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGPIPE, SIGINT, SIGQUIT, SIGTSTP] { unsafe sigaddset(&signals, signal) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = -1
    let status = unsafe withCStrings(["sh", "-c", pager.command]) { arguments in
      unsafe withCStrings(pager.environment.map { "\($0)=\($1)" }) { environment in
        unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environment)
      }
    }
    return status == 0 ? process : nil
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = unsafe texts.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe body(copies + [nil])
  }
}
