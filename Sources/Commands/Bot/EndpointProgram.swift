import Documents
import Foundation
import Identity
import Records

/// The bot's endpoint as a process of its own, which outlives this one.
struct EndpointProgram: Sendable {
  let path: String
  let arguments: [String]
  /// The variables of this program's own that it gets.
  let variables: [String: String]
  /// What it is told by its standard input, where nobody else sees it.
  var secret: Secret?
  /// Where what it says beside its first line goes.
  let log: String

  /// What glibc calls `POSIX_SPAWN_SETSID`, and shows to nobody who does not ask for its extensions.
  private static let newSession: Int16 = 0x80

  /// Starts it in a session of its own, where neither Ctrl-C nor the end of the terminal reaches it.
  ///
  /// Its environment has no ready token in it: that would outlive the session.
  func start() throws -> RunningEndpoint {
    let logFile = try opened(log)
    defer { close(logFile) }
    let (output, input) = (Pipe(), Pipe())
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input.fileHandleForReading.fileDescriptor, 0)
    unsafe posix_spawn_file_actions_adddup2(
      &actions, output.fileHandleForWriting.fileDescriptor, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, logFile, 2)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setflags(&attributes, Self.newSession)
    let words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("TEAMSH_") }
    let variables =
      unsafe inherited.merging(self.variables) { $1 }.map { unsafe strdup("\($0.key)=\($0.value)") }
      + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, path, &actions, &attributes, words, variables)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
    try output.fileHandleForWriting.close()
    // A line fits into the pipe, and the program that reads it may be slow.
    if let secret {
      try? input.fileHandleForWriting.write(contentsOf: Data((secret.reveal() + "\n").utf8))
    }
    try input.fileHandleForWriting.close()
    return RunningEndpoint(process: process, output: output.fileHandleForReading)
  }

  /// What it said last, without the time before it.
  var lastWords: String {
    let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").last.map(String.init) ?? ""
    let own = "teamsh-bot: "
    return line.hasPrefix(own) ? String(line.dropFirst(own.count)) : line
  }

  /// Its log, for its owner alone; an old one that has grown long gives way.
  private func opened(_ path: String) throws -> Int32 {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    if let size, size > 1 << 20 { unsafe rename(path, path + ".old") }
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return file
  }
}

/// An endpoint that was just started, as long as this process watches it.
struct RunningEndpoint: Sendable {
  let process: pid_t
  let output: FileHandle

  /// The first line, which comes when it takes activities in; `nil` where it ended before.
  func firstLine() async -> JSON? {
    await onThread { output -> JSON? in
      var line = Data()
      while let byte = try? output.read(upToCount: 1), let first = byte.first {
        guard first != UInt8(ascii: "\n") else { return try? JSON(parsing: Array(line)) }
        line.append(first)
      }
      return nil
    }
  }

  /// Returns when it has ended; cancelling the task ends it.
  func wait() async {
    await withTaskCancellationHandler {
      await onThread { output in
        while let more = try? output.read(upToCount: 4096), !more.isEmpty {}
      }
    } onCancel: {
      kill(process, SIGTERM)
    }
  }

  /// Takes its exit code when it ends, so that nothing is left of it.
  func reapInTime() {
    let process = process
    Thread.detachNewThread { _ = waitpid(process, nil, 0) }
  }

  private func onThread<Value: Sendable>(
    _ body: @Sendable @escaping (FileHandle) -> Value
  ) async -> Value {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { [output] in continuation.resume(returning: body(output)) }
    }
  }
}
