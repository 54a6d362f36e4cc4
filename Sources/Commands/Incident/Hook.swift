package import CommandKit
package import Documents
import Foundation
import Subprocess
import SystemPackage

/// A program that the profile names, which is told what happened by JSON on its standard input.
///
/// It gets no token and nothing of what was said as an argument, and it is contained: one that takes too
/// long, prints too much or leaves programs behind ends with its process group.
package struct Hook: Sendable {
  /// The key of the profile that names it.
  package let key: String
  private let command: String
  private let environment: [String: String]
  private let longest: Duration

  /// How much it may print.
  static let mostOutput = 64 * 1024

  /// - Parameters:
  ///   - key: The profile's key for it.
  ///   - command: A line for `/bin/sh`.
  ///   - environment: What it inherits; nothing of this program's own is in it.
  ///   - longest: How long it may take.
  package init(
    _ key: String, command: String,
    environment: [String: String] = ProcessInfo.processInfo.environment,
    longest: Duration = .seconds(10)
  ) {
    self.key = key
    self.command = command
    self.environment = environment.filter { !$0.key.hasPrefix("TEAMSH_") }
    self.longest = longest
  }

  /// Runs it to its end, or to the end of its patience.
  package func run(_ document: JSON) async throws(HookFault) {
    let end: End
    do {
      end = try await outcome(document)
    } catch {
      throw .notStarted(hook: key, reason: "\(error)")
    }
    switch end {
    case .exited(0, _): return
    case .exited(let code, let words): throw .failed(hook: key, code: code, lastWords: words)
    case .hung: throw .hung(hook: key, seconds: Int(longest.components.seconds))
    case .flooded: throw .flooded(hook: key, bytes: Self.mostOutput)
    }
  }

  private enum End: Sendable {
    case exited(Int, lastWords: String)
    case hung, flooded
  }

  private func outcome(_ document: JSON) async throws -> End {
    let output = try HookOutput(most: Self.mostOutput)
    defer { output.stop() }
    let input = try Self.file(of: document.bytes)
    return try await withThrowingTaskGroup(of: End?.self) { group in
      group.addTask {
        let result = try await Subprocess.run(
          .path("/bin/sh"), arguments: ["-c", command], environment: .custom(variables),
          platformOptions: Self.options,
          input: .fileDescriptor(input, closeAfterSpawningProcess: true),
          output: .fileDescriptor(output.writeEnd, closeAfterSpawningProcess: false),
          error: .fileDescriptor(output.writeEnd, closeAfterSpawningProcess: true))
        switch result.terminationStatus {
        case .exited(let code): return .exited(Int(code), lastWords: await output.lastWords())
        case .signaled(let signal):
          return .exited(128 + Int(signal), lastWords: await output.lastWords())
        }
      }
      group.addTask {
        try await Task.sleep(for: longest)
        return .hung
      }
      group.addTask { await output.overflow() ? .flooded : nil }
      defer { group.cancelAll() }
      while let end = try await group.next() { if let end { return end } }
      throw CancellationError()
    }
  }

  private var variables: [Environment.Key: String] {
    environment.reduce(into: [:]) { result, variable in
      if let key = Environment.Key(rawValue: variable.key) { result[key] = variable.value }
    }
  }

  /// A group of its own, so that what it started ends with it.
  private static var options: PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(500))
    ]
    return options
  }

  /// The document in a file without a name: a program that does not read it leaves no broken pipe.
  private static func file(of bytes: [UInt8]) throws -> FileDescriptor {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "teamsh-\(UUID().uuidString)").path(percentEncoded: false)
    let file = try FileDescriptor.open(
      FilePath(path), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec, .noFollow],
      permissions: .ownerReadWrite)
    unsafe unlink(path)
    try file.writeAll(bytes)
    try file.seek(offset: 0, from: .start)
    return file
  }
}
