import Foundation

/// The file from which clients read the authority that they are to trust.
struct AuthorityFile: Sendable {
  let path: String
  private let folder: URL

  /// Writes the certificate into a folder of its own below the temporary one.
  init(_ certificate: String) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "teamsh-tenant-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let file = folder.appending(path: "ca.pem")
    try Data(certificate.utf8).write(to: file)
    path = file.path(percentEncoded: false)
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }
}
