import Glibc

/// Takes keys from the terminal, and notices when another thread has something to say.
struct KeyReader {
  /// What ended a wait.
  enum Input {
    case key(Key)
    /// There is something in the mailbox.
    case news
    /// The terminal is gone.
    case ended
  }

  private let descriptor: Int32
  private let wakeUps: WakePipe
  private var decoder = KeyDecoder()
  private var bytes: ArraySlice<UInt8> = []
  private var pushedBack: [Key] = []

  init(descriptor: Int32, wakeUps: WakePipe) {
    self.descriptor = descriptor
    self.wakeUps = wakeUps
  }

  /// Makes a key the next one.
  mutating func pushBack(_ key: Key) {
    pushedBack.append(key)
  }

  /// Waits for a key.
  ///
  /// - Parameters:
  ///   - limit: How many milliseconds to wait before it is time for news; -1 for no end.
  ///   - beforeWaiting: Called when nothing more has come, which is the time to paint.
  /// - Returns: The key, or what came instead.
  mutating func next(atMost limit: Int32 = -1, beforeWaiting: () -> Void) -> Input {
    if let key = pushedBack.popLast() { return .key(key) }
    while true {
      while let byte = bytes.popFirst() {
        if let key = decoder.take(byte) { return .key(key) }
      }
      // A sequence comes in one piece, a pasted text with pauses.
      let patience: Int32 = decoder.isPasting ? 1000 : decoder.isPending ? 40 : limit
      if !decoder.isPending, !isReady { beforeWaiting() }
      guard
        let ready = Descriptor.wait(
          for: [(descriptor, POLLIN), (wakeUps.readEnd, POLLIN)], milliseconds: patience)
      else { continue }
      if ready[1] {
        wakeUps.drain()
        return .news
      }
      if ready[0] {
        // Byte by byte, so that what is typed ahead stays for whoever reads next.
        guard let read = Descriptor.read(decoder.isPasting ? 4096 : 1, from: descriptor)
        else { continue }
        guard !read.isEmpty else { return .ended }
        bytes = read[...]
      } else if !decoder.isPending {
        return .news
      } else if let key = decoder.timeOut() {
        return .key(key)
      }
    }
  }

  private var isReady: Bool {
    Descriptor.wait(for: [(descriptor, POLLIN)], milliseconds: 0)?.first ?? false
  }
}
