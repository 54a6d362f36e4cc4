import HTTPTypes
import Synchronization
import TestSupport
import Testing

@testable import Transport

/// Giving up: at once, whatever the thread underneath is held up by.
struct CancellationTests {
  @Test func `a caller is released while the server says nothing`() async throws {
    let server = try LoopbackServer { connection in
      _ = connection.readRequest()
      connection.drain()
    }
    let transport = CurlTransport()
    let task = Task { try await transport.send(TransportRequest(.get, url: server.root)) }
    while server.requests.isEmpty { await Task.yield() }
    task.cancel()
    let error = await #expect(throws: TransportError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    #expect(error?.mayHaveArrived == true)
  }

  @Test(
    .enabled(if: NameLookup.isInstalled, "the linker did not export getaddrinfo"),
    .timeLimit(.minutes(1)))
  func `a caller is released while the name look-up hangs, and others go on`() async throws {
    let name = "cancelled.hangs"
    let transport = CurlTransport()
    let server = try LoopbackServer { connection in
      while connection.readRequest() != nil { connection.answer("ok") }
    }
    let task = Task { try await transport.send(TransportRequest(.get, url: "https://\(name)/")) }
    while !NameLookup.hanging.withLock({ $0.asked.contains(name) }) { await Task.yield() }
    task.cancel()
    let error = await #expect(throws: TransportError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    #expect(error?.mayHaveArrived == false)
    // The thread has cleaned up when it serves the next request; the look-up still hangs then.
    _ = try await transport.send(TransportRequest(.get, url: server.root))
    #expect(NameLookup.hanging.withLock { !$0.released.contains(name) })
    NameLookup.hanging.withLock { _ = $0.released.insert(name) }
  }

  @Test func `a request whose connection was never greeted stayed here`() async throws {
    let server = try LoopbackServer { $0.drain() }
    let transport = CurlTransport()
    let task = Task {
      try await transport.send(
        TransportRequest(.post, url: "https://127.0.0.1:\(server.port)/", body: [1]))
    }
    while server.connections == 0 { await Task.yield() }
    task.cancel()
    let error = await #expect(throws: TransportError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    #expect(error?.mayHaveArrived == false)
  }

  @Test func `a task that is cancelled already sends nothing`() async throws {
    let server = try LoopbackServer { connection in
      while connection.readRequest() != nil { connection.answer("ok") }
    }
    let transport = CurlTransport()
    let gate = Gate()
    let task = Task {
      _ = await gate.pass()
      return try await transport.send(TransportRequest(.get, url: server.root))
    }
    task.cancel()
    let error = await #expect(throws: TransportError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    #expect(error?.mayHaveArrived == false)
    #expect(server.requests.isEmpty)
  }

  @Test func `a cancelled request leaves its connection's neighbours alone`() async throws {
    let server = try LoopbackServer { connection in
      while let request = connection.readRequest() {
        if request.line == "GET /silent" { connection.drain() }
        connection.answer("ok")
      }
    }
    let transport = CurlTransport()
    let silent = Task {
      try await transport.send(TransportRequest(.get, url: server.root + "/silent"))
    }
    while server.requests.isEmpty { await Task.yield() }
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<20 {
        group.addTask {
          try await transport.send(TransportRequest(.get, url: server.root)).head.status.code
        }
      }
      silent.cancel()
      for try await status in group { #expect(status == 200) }
    }
    await #expect(throws: TransportError.self) { try await silent.value }
  }

  @Test func `a thousand requests cancelled at any moment end once each`() async throws {
    let server = try LoopbackServer { connection in
      while connection.readRequest() != nil { connection.answer("ok") }
    }
    let transport = CurlTransport()
    let ended = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<1000 {
        group.addTask {
          let task = Task { try await transport.send(TransportRequest(.get, url: server.root)) }
          for _ in 0..<number % 50 { await Task.yield() }
          task.cancel()
          switch await task.result {
          case .success(let response): return response.head.status == .ok
          case .failure(let error): return (error as? TransportError)?.code == .cancelled
          }
        }
      }
      return await group.reduce(into: 0) { count, isRight in count += isRight ? 1 : 0 }
    }
    #expect(ended == 1000)
  }
}
