internal import Glibc

/// One connection to the listener, as far as its request has arrived.
struct LoopbackVisitor {
  /// What has come so far.
  enum Progress {
    case unfinished
    /// The other side hung up, or sent what no browser sends.
    case gone
    /// The whole head of a request for this target.
    case asked(String)
  }

  let descriptor: Int32
  private var head: [UInt8] = []

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Takes in what has arrived.
  mutating func listen() -> Progress {
    var piece = [UInt8](repeating: 0, count: 4096)
    let count = unsafe recv(descriptor, &piece, piece.count, Int32(MSG_DONTWAIT))
    if count < 0, errno == EAGAIN || errno == EINTR { return .unfinished }
    guard count > 0 else { return .gone }
    head += piece.prefix(count)
    guard head.count <= 65_536 else { return .gone }
    guard head.firstRange(of: Array("\r\n\r\n".utf8)) != nil else { return .unfinished }
    let line = head.prefix { $0 != UInt8(ascii: "\r") }
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard words.count == 3, words[0] == "GET", words[2].hasPrefix("HTTP/") else { return .gone }
    return .asked(String(words[1]))
  }

  /// Sends a page, and says that nothing follows.
  func answer(_ page: String) {
    let body = Array(page.utf8)
    let fields = [
      "HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8",
      "Content-Length: \(body.count)", "Connection: close", "Cache-Control: no-store",
      "Referrer-Policy: no-referrer",
      "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'",
    ]
    var rest = Array((fields.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    while !rest.isEmpty {
      let sent = unsafe send(descriptor, rest, rest.count, Int32(MSG_NOSIGNAL))
      guard sent > 0 else { return }
      rest.removeFirst(sent)
    }
    shutdown(descriptor, Int32(SHUT_WR))
  }

  func hangUp() {
    close(descriptor)
  }
}
