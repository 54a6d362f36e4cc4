import Glibc
import Synchronization

/// Stands in front of the C library's look-up of names, for the whole test process.
///
/// The dynamic linker finds this symbol first, so libcurl calls it. Names under `.hangs` are looked for until a
/// test lets go of them, names under `.missing` are unknown, and the rest is passed on.
enum NameLookup {
  /// Names being looked for right now, and those let go of.
  static let hanging = Mutex<(asked: Set<String>, released: Set<String>)>(([], []))

  /// Whether libcurl reaches the function below, which the linker must export for that.
  static var isInstalled: Bool {
    let (first, next) = unsafe (dlsym(nil, "getaddrinfo"), dlsym(next, "getaddrinfo"))
    return unsafe first != next
  }

  /// What `RTLD_NEXT` stands for; the macro is beyond Swift.
  fileprivate static var next: UnsafeMutableRawPointer? {
    unsafe UnsafeMutableRawPointer(bitPattern: -1)
  }

  typealias Function =
    @convention(c) (
      UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafeRawPointer?, UnsafeMutableRawPointer?
    ) -> Int32
}

@_cdecl("getaddrinfo")
func lookUp(
  _ name: UnsafePointer<CChar>?, _ service: UnsafePointer<CChar>?, _ hints: UnsafeRawPointer?,
  _ result: UnsafeMutableRawPointer?
) -> Int32 {
  let host = unsafe name.map { unsafe String(cString: $0) } ?? ""
  if host.hasSuffix(".missing") { return EAI_NONAME }
  if host.hasSuffix(".hangs") {
    NameLookup.hanging.withLock { _ = $0.asked.insert(host) }
    while !NameLookup.hanging.withLock({ $0.released.contains(host) }) { usleep(1000) }
    return EAI_AGAIN
  }
  guard let next = unsafe dlsym(NameLookup.next, "getaddrinfo") else {
    return EAI_SYSTEM
  }
  let original = unsafe unsafeBitCast(next, to: NameLookup.Function.self)
  return unsafe original(name, service, hints, result)
}
