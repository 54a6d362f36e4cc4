import CKeyutils
import Foundation
import Identity
import Testing

/// The kernel's own keyring, where this machine lets programs use it; containers often do not.
@Suite(.enabled(if: Keyring.isAvailable, "The kernel refuses keyrings here."))
struct KernelKeyringTests {
  private let realm = SignInRealm(SignIn.authority(), clientID: UUID().uuidString)

  private func signIn(_ account: String, _ token: String, after seconds: Double = 0)
    -> RememberedSignIn
  {
    RememberedSignIn(
      account: account, refreshToken: Secret(token), scopes: ["User.Read"],
      renewedAt: SignIn.now.addingTimeInterval(seconds))
  }

  @Test func `a sign-in is found again, the newest first, until it is forgotten`() throws {
    try KernelKeyring().keep(signIn("megan@contoso.com", "r1"), in: realm)
    try KernelKeyring().keep(signIn("adele@contoso.com", "r2", after: 9), in: realm)
    let found = try KernelKeyring().signIns(in: realm)
    #expect(found.map(\.account) == ["adele@contoso.com", "megan@contoso.com"])
    #expect(found.map { $0.refreshToken.reveal() } == ["r2", "r1"])
    #expect(found.first?.scopes == ["User.Read"])

    try KernelKeyring().keep(signIn("Megan@contoso.com", "r3", after: 10), in: realm)
    let tokens = try KernelKeyring().signIns(in: realm).map { $0.refreshToken.reveal() }
    #expect(tokens == ["r3", "r2"])

    try KernelKeyring().forget("megan@contoso.com", in: realm)
    #expect(try KernelKeyring().signIns(in: realm).map(\.account) == ["adele@contoso.com"])
    try KernelKeyring().forget("nobody@contoso.com", in: realm)
    try KernelKeyring().forget("adele@contoso.com", in: realm)
    #expect(try KernelKeyring().signIns(in: realm).isEmpty)
  }

  @Test func `another app, tenant or host finds nothing`() throws {
    try KernelKeyring().keep(signIn("megan@contoso.com", "r1"), in: realm)
    defer { try? KernelKeyring().forget("megan@contoso.com", in: realm) }
    let elsewhere = SignIn.authority(graph: "https://other.example")
    for other in [
      SignInRealm(SignIn.authority(), clientID: "other"),
      SignInRealm(elsewhere, clientID: realm.clientID),
    ] {
      #expect(try KernelKeyring().signIns(in: other).isEmpty)
    }
  }

  @Test func `a key is its owner's alone`() throws {
    try KernelKeyring().keep(signIn("megan@contoso.com", "r1"), in: realm)
    defer { try? KernelKeyring().forget("megan@contoso.com", in: realm) }
    let described = Keyring.descriptions().filter { $0.contains(realm.clientID) }
    #expect(described.count == 1)
    #expect(described.allSatisfy { $0.hasPrefix("user;\(getuid());") && $0.contains(";3f3f0000;") })
  }
}

/// The kernel's keyring, asked without the type under test.
private enum Keyring {
  static let isAvailable: Bool = {
    guard teamsh_keyutils_load(), teamsh_keyring_read(nil, 0) >= 0 else { return false }
    let key = unsafe teamsh_key_add("teamsh-probe", [1], 1)
    guard key >= 0 else { return false }
    return teamsh_key_unlink_from_process(key) >= 0
  }()

  /// What the kernel says of each key of this user.
  static func descriptions() -> [String] {
    var keys = [key_serial_t](repeating: 0, count: 1024)
    let count = unsafe keys.withUnsafeMutableBytes { buffer in
      unsafe teamsh_keyring_read(buffer.baseAddress, buffer.count)
    }
    return keys.prefix(max(count, 0) / MemoryLayout<key_serial_t>.size).map { key in
      var text = [CChar](repeating: 0, count: 1024)
      let length = unsafe teamsh_key_describe(key, &text, text.count)
      return String(
        decoding: text.prefix(max(length - 1, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
