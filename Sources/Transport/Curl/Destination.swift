internal import HTTPTypes

/// The server that a request names, where a request may go there at all.
struct Destination: Equatable {
  let url: String
  /// Host and port as the request names them.
  let authority: String
  /// Whether the server is this machine, which no proxy stands before.
  let isLoopback: Bool

  /// Refuses all but `https`, and `http` to this machine, where nobody on the way can read a token.
  ///
  /// A user name before the host is refused too: `http://localhost@example.com` is not this machine.
  init?(_ head: HTTPRequest) {
    guard let scheme = head.scheme, let authority = head.authority, let path = head.path,
      !authority.contains("@"), let host = Self.host(in: authority)
    else { return nil }
    isLoopback = Self.isLoopback(host)
    guard scheme == "https" || (scheme == "http" && isLoopback) else { return nil }
    self.authority = authority
    url = "\(scheme)://\(authority)\(path)"
  }

  private static func host(in authority: String) -> String? {
    if authority.hasPrefix("[") {
      guard let close = authority.firstIndex(of: "]") else { return nil }
      return String(authority[authority.index(after: authority.startIndex)..<close])
    }
    let host = authority.prefix { $0 != ":" }
    return host.isEmpty ? nil : host.lowercased()
  }

  /// Only the spellings that no resolver can lead elsewhere: `127.1` and `0x7f.0.0.1` are left out.
  private static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
