import Foundation
import Records

/// Where the demo's bot is told what happens in the demo's tenant, once `bot listen` was typed.
struct DemoEndpoint: Sendable {
  /// The demo's only folder.
  let home: String
  /// A port that was free a moment ago.
  let port: Int

  init(home: String) {
    self.home = home
    port = Self.freePort() ?? 3978
  }

  var address: String { "http://127.0.0.1:\(port)" }

  /// What the tenant is started with, as somebody enters it in Azure.
  var tenantOptions: [String] { ["--bot-endpoint", "\(address)/api/messages"] }

  /// Ends the endpoint: the folder that it works in goes with the demo.
  func end() {
    guard EndpointLock.isTaken(in: home),
      let inbox = try? Inbox.open(at: "\(home)/inbox.sqlite").inbox,
      let process = try? inbox.endpointStatus()?.process, process.isAlive
    else { return }
    kill(process.process, SIGTERM)
    for _ in 1...100 where EndpointLock.isTaken(in: home) { usleep(50_000) }
  }

  private static func freePort() -> Int? {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard listener >= 0 else { return nil }
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        guard unsafe bind(listener, address, length) == 0,
          unsafe getsockname(listener, address, &length) == 0
        else { return nil }
        return unsafe address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
          Int(unsafe UInt16(bigEndian: $0.pointee.sin_port))
        }
      }
    }
  }
}
