import CommandKit
import Foundation
import Output
import Synchronization
import SystemPackage

/// Takes what a hook prints, keeps its last words, and tells when it is too much.
final class HookOutput: Sendable {
  private struct State {
    var tail: [UInt8] = []
    var count = 0
    var isStopped = false
  }

  /// What the program gets as its standard output.
  let writeEnd: FileDescriptor
  private let state = Mutex(State())
  private let most: Int
  private let (floods, flood) = AsyncStream.makeStream(of: Void.self)
  private let (readings, reading) = AsyncStream.makeStream(of: Void.self)
  private static let mostWords = 300

  init(most: Int) throws {
    self.most = most
    let pipe = try FileDescriptor.pipe()
    for descriptor in [pipe.readEnd, pipe.writeEnd] {
      _ = fcntl(descriptor.rawValue, F_SETFD, FD_CLOEXEC)
    }
    writeEnd = pipe.writeEnd
    Thread.detachNewThread { [self] in
      read(pipe.readEnd)
      try? pipe.readEnd.close()
    }
  }

  /// Whether more came than may; returns when no more comes.
  func overflow() async -> Bool {
    for await _ in floods { return true }
    return false
  }

  /// The end of what came, on one line, once the program has ended.
  func lastWords() async -> String {
    // A program that it left behind may hold the other end for ever.
    await withTaskGroup(of: Void.self) { group in
      group.addTask { for await _ in self.readings {} }
      group.addTask { try? await Task.sleep(for: .milliseconds(200)) }
      await group.next()
      group.cancelAll()
    }
    let text = state.withLock { String(decoding: $0.tail, as: UTF8.self) }
    let line = text.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
    return HostileText.visible(line)
  }

  /// Lets the reading end, though somebody may hold the other end.
  func stop() {
    state.withLock { $0.isStopped = true }
  }

  private func read(_ descriptor: FileDescriptor) {
    defer {
      flood.finish()
      reading.finish()
    }
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !state.withLock({ $0.isStopped }) {
      var entry = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&entry, 1, 50) > 0 else { continue }
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        (try? unsafe descriptor.read(into: bytes)) ?? 0
      }
      guard count > 0 else { return }
      let isTooMuch = state.withLock { state in
        state.count += count
        state.tail = Array((state.tail + buffer[..<count]).suffix(Self.mostWords))
        return state.count > most
      }
      if isTooMuch {
        flood.yield()
        return
      }
    }
  }
}
