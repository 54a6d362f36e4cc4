import Documents
import Foundation
import Records
import TestSupport
import Testing

@testable import BotEndpoint

/// The endpoint as the connector sees it: behind HTTPS of its own, or behind a proxy.
struct FrontTests {
  private static let nginx = "/usr/sbin/nginx"
  private static var hasNginx: Bool { FileManager.default.isExecutableFile(atPath: nginx) }
  private static let systemd = "/usr/bin/systemd-analyze"
  private static var hasSystemd: Bool { FileManager.default.isExecutableFile(atPath: systemd) }

  /// Runs a program to its end, and gives what it wrote.
  private static func run(
    _ program: String, _ arguments: [String]
  ) async throws -> (Int32, String) {
    try await blocking {
      let output = try ChildProcess.pipe()
      let child = try ChildProcess(
        program, arguments, environment: ["PATH": "/usr/sbin:/usr/bin:/bin"],
        output: output.writing.fileDescriptor, errors: output.writing.fileDescriptor)
      try output.writing.close()
      let text = String(decoding: try output.reading.readToEnd() ?? Data(), as: UTF8.self)
      return (try child.waitForExit(), text)
    }
  }

  /// Sends an activity by curl, which knows HTTPS and sockets with names.
  private static func post(_ id: String, _ options: [String]) async throws -> String {
    let (code, text) = try await run(
      "/usr/bin/curl",
      [
        "--silent", "--show-error", "--write-out", "%{http_code}", "--data",
        JSON.message(id).text(), "--header", "Content-Type: application/json", "--header",
        "Authorization: \(try LiveEndpoint.bearer())",
      ] + options)
    return code == 0 ? text : "curl \(code): \(text)"
  }

  private static func makeCertificate(in home: TemporaryHome) async throws {
    let (code, text) = try await run(
      "/usr/bin/openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", home.file("key.pem"), "-out",
        home.file("certificate.pem"),
      ])
    try #require(code == 0, "\(text)")
  }

  @Test func `with a certificate it speaks HTTPS of 1.2 and later, and nothing else`()
    async throws
  {
    try await KeySite.serve { (metadata) async throws in
      let home = try TemporaryHome()
      try await Self.makeCertificate(in: home)
      let process = try EndpointProcess(
        home, metadata: metadata,
        [
          "--host", "127.0.0.1", "--certificate", home.file("certificate.pem"), "--key",
          home.file("key.pem"),
        ])
      let url = "https://127.0.0.1:\(process.port)/api/messages"
      let trust = ["--cacert", home.file("certificate.pem"), url]
      #expect(process.firstLine["url"]?.string == "https://127.0.0.1:\(process.port)")
      #expect(try await Self.post("1", trust) == "200")
      #expect(try await Self.post("2", ["--tls-max", "1.2"] + trust) == "200")
      #expect(try await Self.post("3", ["--tls-max", "1.1"] + trust).hasPrefix("curl 35"))
      let plain = try await RawConnection.exchange(
        port: process.port, "GET /health HTTP/1.1\r\n\r\n")
      #expect(!plain.text.contains("200 OK"))
      #expect(try Inbox.open(at: home.file("inbox.sqlite")).inbox.counts().all == 2)
    }
  }

  @Test func `a key that is not the certificate's is refused at the start`() async throws {
    let (home, other) = (try TemporaryHome(), try TemporaryHome())
    try await Self.makeCertificate(in: home)
    try await Self.makeCertificate(in: other)
    let errors = try ChildProcess.pipe()
    let child = try EndpointProcess.start(
      home, metadata: "http://127.0.0.1:1/metadata",
      ["--certificate", home.file("certificate.pem"), "--key", other.file("key.pem")],
      errors: errors.writing.fileDescriptor)
    try errors.writing.close()
    #expect(try child.waitForExit() == 1)
    let said = String(decoding: try errors.reading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(said.contains("Failed to validate certificate and/or private key"))
  }

  @Test(.enabled(if: hasNginx, "nginx is not here; Debian's package is nginx-light"))
  func `behind nginx activities arrive, and what is too large does not`() async throws {
    try await KeySite.serve { (metadata) async throws in
      let home = try TemporaryHome()
      let process = try EndpointProcess(home, metadata: metadata)
      try home.write(Self.proxy(home, port: process.port), to: "nginx.conf")
      let proxy = try ChildProcess(
        Self.nginx, ["-c", home.file("nginx.conf"), "-p", home.path, "-e", home.file("error.log")],
        environment: ["PATH": "/usr/bin:/bin"])
      defer { kill(proxy.process, SIGTERM) }
      let way = [
        "--retry", "20", "--retry-all-errors", "--retry-delay", "1", "--unix-socket",
        home.file("front.sock"), "http://bot.contoso.com/bot/api/messages",
      ]
      let first = try await Self.post("1", way)
      #expect(first.hasSuffix("200"), "\(first)")
      #expect(try await Self.post("1", way) == "200")
      #expect(try await Self.post("2", way) == "200")
      try home.write(String(repeating: "a", count: 300_000), to: "large")
      let large = ["--data-binary", "@\(home.file("large"))"] + way.dropFirst(5)
      #expect(try await Self.post("3", large).hasSuffix("413"))
      #expect(try Inbox.open(at: home.file("inbox.sqlite")).inbox.counts().all == 2)
    }
  }

  /// What a proxy in front of the endpoint is told; a part of it is what an administrator writes.
  private static func proxy(_ home: TemporaryHome, port: Int) -> String {
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map { "\($0)_temp_path \(home.file($0));" }.joined(separator: " ")
    return """
      daemon off; worker_processes 1; pid \(home.file("nginx.pid"));
      events { worker_connections 64; }
      http {
        access_log off; \(folders)
        upstream endpoint { server 127.0.0.1:\(port); keepalive 4; }
        server {
          listen unix:\(home.file("front.sock"));
          location /bot/ {
            proxy_pass http://endpoint/;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
          }
        }
      }
      """
  }

  @Test(.enabled(if: hasSystemd, "systemd is not here"))
  func `systemd understands the service's unit`() async throws {
    let home = try TemporaryHome()
    let unit = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Packaging/teamsh-bot.service")
    // The program need not be installed where the tests run.
    let text = try String(contentsOf: unit, encoding: .utf8)
      .replacing("/usr/local/bin/teamsh-bot", with: "/bin/true")
    let path = try home.write(text, to: "teamsh-bot.service")
    let (code, said) = try await Self.run(Self.systemd, ["verify", path])
    #expect(code == 0, "\(said)")
    for line in ["NoNewPrivileges=yes", "ProtectSystem=strict", "StateDirectory=teamsh-bot"] {
      #expect(text.contains(line))
    }
  }
}
