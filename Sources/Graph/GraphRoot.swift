package import FoundationEssentials
import HTTPTypes

/// The one place that a client speaks to, and the measure of every link it is given.
package struct GraphRoot: Sendable, Hashable {
  package let scheme: String
  /// Host, and port where it is not the scheme's own; in lower case.
  package let authority: String
  /// What stands between the host and the version, mostly nothing.
  let basePath: String
  let server: AskedServer

  /// A root without a version, as `https://graph.microsoft.com`.
  package init(_ url: URL, server: AskedServer = .graph) {
    self.server = server
    let parts = LinkParts(url.absoluteString)
    scheme = parts?.scheme ?? ""
    authority = parts?.authority ?? ""
    var path = parts?.target ?? ""
    while path.hasSuffix("/") { path.removeLast() }
    basePath = path
  }

  /// The path to send for a target below the root.
  ///
  /// `/me` is `/v1.0/me`, while `/beta/me` and `/v1.0/me` say their version themselves.
  func path(of target: String) -> String {
    let hasVersion = ["/v1.0", "/beta"].contains { version in
      target == version || ["/", "?", "("].contains { target.hasPrefix(version + $0) }
    }
    return basePath + (hasVersion ? "" : server.version) + target
  }

  /// The absolute address of a path to send.
  func address(of path: String) -> String { "\(scheme)://\(authority)\(path)" }

  /// The path of an absolute link, verbatim; `nil` where the link leads elsewhere.
  func path(ofLink link: String) -> String? {
    guard let parts = LinkParts(link), parts.scheme == scheme, parts.authority == authority else {
      return nil
    }
    return parts.target
  }

  /// Whether a token that was got for this host, with its port where one was named, may be sent here.
  func accepts(tokenFor host: String) -> Bool {
    host == authority || LinkParts("\(scheme)://\(host)")?.authority == authority
  }

  func head(_ method: HTTPRequest.Method, path: String) -> HTTPRequest {
    HTTPRequest(method: method, scheme: scheme, authority: authority, path: path)
  }
}

/// An absolute URL, cut without changing a byte of what follows the host.
private struct LinkParts {
  let scheme: String
  let authority: String
  let target: String

  init?(_ link: String) {
    let isPlain = link.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !#"#\"#.utf8.contains($0) }
    guard isPlain,
      let mark = link.firstRange(of: "://")
    else { return nil }
    let rest = link[mark.upperBound...]
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    scheme = link[..<mark.lowerBound].lowercased()
    let written = rest[..<end].lowercased()
    guard !written.isEmpty, !written.contains("@") else { return nil }
    let ownPort = scheme == "https" ? ":443" : ":80"
    authority = written.hasSuffix(ownPort) ? String(written.dropLast(ownPort.count)) : written
    target = String(rest[end...])
  }
}
