internal import CKeyutils
internal import Glibc

/// Keeps sign-ins in the Linux kernel: in memory, for this user only, until the machine is switched off.
///
/// Every key lies in the user's own keyring, which all the sessions of that user share.
package struct KernelKeyring: TokenStore {
  /// How long a key stays that nobody renews: as long as Entra ID lets a refresh token lie idle.
  private static let lifetime: UInt32 = 90 * 86_400
  private static let prefix = "teamsh:"

  package init() {}

  package func signIns(in realm: SignInRealm) throws(TokenStoreError) -> [RememberedSignIn] {
    try keys().filter { $0.description.hasPrefix(Self.description(realm, "")) }
      .compactMap { RememberedSignIn(bytes: Self.payload(of: $0.serial)) }
      .sorted { $0.renewedAt > $1.renewedAt }
  }

  /// Makes the key where only this process finds it, closes it to others, and then lets the user's
  /// keyring have it.
  ///
  /// Only who possesses a key may change its permissions, and the user's keyring is not always
  /// possessed: not in a container, and not behind `sudo`.
  package func keep(_ signIn: RememberedSignIn, in realm: SignInRealm) throws(TokenStoreError) {
    try Self.load()
    let bytes = signIn.bytes
    let name = Self.description(realm, signIn.account)
    let serial = unsafe teamsh_key_add(name, bytes, bytes.count)
    try Self.check(Int(serial))
    defer { _ = teamsh_key_unlink_from_process(serial) }
    try Self.check(teamsh_key_close_to_others(serial))
    try Self.check(teamsh_key_set_timeout(serial, Self.lifetime))
    try Self.check(teamsh_key_link_to_user(serial))
  }

  package func forget(_ account: String, in realm: SignInRealm) throws(TokenStoreError) {
    let name = Self.description(realm, account)
    for key in try keys() where key.description == name {
      // Revoked first, so that whoever holds it by another way cannot read it either.
      _ = teamsh_key_revoke(key.serial)
      try Self.check(teamsh_key_unlink_from_user(key.serial))
    }
  }

  private struct Key {
    let serial: key_serial_t
    let description: String
  }

  /// The keys of ours in the user's keyring; those that expired meanwhile are left out.
  private func keys() throws(TokenStoreError) -> [Key] {
    try Self.load()
    let size = teamsh_keyring_read(nil, 0)
    try Self.check(size)
    // Another program may add a key between the two calls.
    var serials = [key_serial_t](repeating: 0, count: size / MemoryLayout<key_serial_t>.size + 16)
    let room = serials.count * MemoryLayout<key_serial_t>.size
    let read = unsafe serials.withUnsafeMutableBytes { buffer in
      unsafe teamsh_keyring_read(buffer.baseAddress, room)
    }
    try Self.check(read)
    let count = min(read / MemoryLayout<key_serial_t>.size, serials.count)
    return serials.prefix(count).compactMap { serial in
      // As "user;0;0;3f3f0000;" and the description, which may hold semicolons itself.
      let parts = Self.text(of: serial).split(separator: ";", maxSplits: 4)
      guard parts.count == 5, parts[0] == "user", parts[4].hasPrefix(Self.prefix) else {
        return nil
      }
      return Key(serial: serial, description: String(parts[4]))
    }
  }

  private static func text(of serial: key_serial_t) -> String {
    let bytes = unsafe bytes { unsafe teamsh_key_describe(serial, $0, $1) }
    return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func payload(of serial: key_serial_t) -> [UInt8] {
    unsafe bytes { unsafe teamsh_key_read(serial, $0, $1) }
  }

  /// What one of the kernel's reading calls gives, asked for its length first.
  private static func bytes(
    _ read: (UnsafeMutablePointer<CChar>?, Int) -> Int
  ) -> [UInt8] {
    let size = read(nil, 0)
    guard size > 0 else { return [] }
    var bytes = [CChar](repeating: 0, count: size)
    let count = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      unsafe read(buffer.baseAddress, size)
    }
    return bytes.prefix(min(max(count, 0), size)).map { UInt8(bitPattern: $0) }
  }

  private static func description(_ realm: SignInRealm, _ account: String) -> String {
    let parts = [
      realm.loginRoot, realm.graphHost, realm.tenant, realm.clientID, account.lowercased(),
    ]
    return prefix + parts.joined(separator: "|")
  }

  private static func load() throws(TokenStoreError) {
    guard teamsh_keyutils_load() else {
      throw TokenStoreError(reason: "libkeyutils is not installed")
    }
  }

  private static func check(_ result: Int) throws(TokenStoreError) {
    guard result < 0 else { return }
    throw TokenStoreError(reason: unsafe String(cString: strerror(errno)))
  }
}
