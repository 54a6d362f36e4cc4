import Foundation
import TestSupport

/// A server with a certificate that nobody vouches for: OpenSSL's own.
final class SecureServer {
  /// OpenSSL is not installed, or did not do what it was asked.
  struct Failure: Error {}

  static let isAvailable = FileManager.default.isExecutableFile(atPath: program)
  private static let program = "/usr/bin/openssl"

  let port: String
  /// The file of the certificate, for whoever wants to trust it.
  let certificate: String
  private let process: ChildProcess

  init(in home: Home) throws {
    let (key, certificate) = (home.file("key.pem"), home.file("certificate.pem"))
    self.certificate = certificate
    let maker = try ChildProcess(
      Self.program,
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate,
      ], environment: home.environment)
    guard try maker.waitForExit() == 0 else { throw Failure() }
    let output = try ChildProcess.pipe()
    process = try ChildProcess(
      Self.program,
      ["s_server", "-accept", "127.0.0.1:0", "-key", key, "-cert", certificate, "-www"],
      environment: home.environment, output: output.writing.fileDescriptor)
    try output.writing.close()
    var said = ""
    while !said.hasSuffix("\n") || !said.contains("ACCEPT 127.0.0.1:") {
      let piece = output.reading.availableData
      guard !piece.isEmpty else { throw Failure() }
      said += String(decoding: piece, as: UTF8.self)
    }
    port = String(said.split(separator: ":").last?.dropLast() ?? "")
  }

  var root: String { "https://127.0.0.1:\(port)" }
}

extension Home {
  /// Makes a file that holds a new certificate and its key.
  func makeCertificate(_ name: String, mode: Int = 0o600) throws {
    let maker = try ChildProcess(
      "/usr/bin/openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=teamsh",
        "-keyout", file("\(name).key"), "-out", file("\(name).crt"),
      ], environment: environment)
    guard try maker.waitForExit() == 0 else { throw SecureServer.Failure() }
    try write(text(of: "\(name).crt") + text(of: "\(name).key"), to: name, mode: mode)
    for part in ["key", "crt"] {
      try FileManager.default.removeItem(atPath: file("\(name).\(part)"))
    }
  }
}
