import Foundation
import Subprocess
import SystemPackage
import Testing

@testable import Simulator

/// Chromium without a window, driven by keyboard and mouse, without scripts unless a test wants them.
///
/// Its debugging protocol travels over a pair of pipes, as JSON texts that end in a zero byte.
final class HeadlessBrowser {
  static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private let input: StandardInputWriter
  private var output: SubprocessOutputSequence.Iterator
  private var arrived: [UInt8] = []
  private var events: [Document] = []
  private var count = 0
  private var session: String?

  private init(input: StandardInputWriter, output: SubprocessOutputSequence) {
    self.input = input
    self.output = output.makeAsyncIterator()
  }

  /// Starts a browser, does something with it, and ends it.
  static func run<Value: Sendable>(
    withScripts: Bool = false, _ body: (HeadlessBrowser) async throws -> Value
  ) async throws -> Value {
    let path = try #require(path)
    let folder = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await Subprocess.run(
      .path("/bin/sh"),
      arguments: [
        "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 2>/dev/null", path, "--headless", "--no-sandbox",
        "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--user-data-dir=\(folder.path(percentEncoded: false))", "--remote-debugging-pipe",
        "about:blank",
      ], input: .inputWriter, output: .sequence, error: .discarded
    ) { execution in
      let browser = HeadlessBrowser(
        input: execution.standardInputWriter, output: execution.standardOutput)
      do {
        try await browser.openPage(withScripts: withScripts)
        let value = try await body(browser)
        try await browser.send("Browser.close")
        return value
      } catch {
        try execution.send(signal: .kill)
        throw error
      }
    }.closureResult
  }

  private func openPage(withScripts: Bool) async throws {
    let target = try await send("Target.createTarget", ["url": "about:blank"])
    let attached = try await send(
      "Target.attachToTarget", ["targetId": target["targetId"] ?? .null, "flatten": true])
    session = attached["sessionId"]?.string
    for domain in ["Page", "Network", "DOM"] { try await send("\(domain).enable") }
    try await send("Emulation.setScriptExecutionDisabled", ["value": .bool(!withScripts)])
  }

  func open(_ address: String) async throws {
    events = []
    try await send("Page.navigate", ["url": .string(address)])
    try await event("Page.loadEventFired") { _ in true }
  }

  func type(_ text: String, into selector: String) async throws {
    try await send("DOM.focus", ["nodeId": try await node(selector)])
    try await send("Input.insertText", ["text": .string(text)])
  }

  func click(_ selector: String) async throws {
    let box = try await send("DOM.getBoxModel", ["nodeId": try await node(selector)])
    let corners = (box["model"]?["content"]?.array ?? []).compactMap { corner -> Double? in
      guard case .number(let text) = corner else { return nil }
      return Double(text)
    }
    try #require(corners.count == 8, "\(selector) is not on the page")
    for kind in ["mousePressed", "mouseReleased"] {
      try await send(
        "Input.dispatchMouseEvent",
        [
          "type": .string(kind), "x": .number("\((corners[0] + corners[4]) / 2)"),
          "y": .number("\((corners[1] + corners[5]) / 2)"), "button": "left", "clickCount": 1,
        ])
    }
  }

  /// Waits until an expression of the page's script holds, which is looked at with every change.
  func waits(for expression: String) async throws {
    let script = """
      new Promise(resolve => {
        const look = () => { if (\(expression)) { watcher.disconnect(); resolve(true); } };
        const watcher = new MutationObserver(look);
        watcher.observe(document, {childList: true, subtree: true, attributes: true});
        look();
      })
      """
    try await send("Runtime.evaluate", ["expression": .string(script), "awaitPromise": true])
  }

  /// The value of an expression of the page's script.
  func value(of expression: String) async throws -> Document {
    let answer = try await send(
      "Runtime.evaluate", ["expression": .string(expression), "returnByValue": true])
    return answer["result"]?["value"] ?? .null
  }

  func pageLoads() async throws {
    try await event("Page.loadEventFired") { _ in true }
  }

  /// The address below this one for which the browser asks next.
  func request(below address: String) async throws -> String {
    let event = try await event("Network.requestWillBeSent") { event in
      event["request"]?["url"]?.string?.hasPrefix(address) == true
    }
    return event["request"]?["url"]?.string ?? ""
  }

  private func next() async throws -> Document {
    while true {
      if let end = arrived.firstIndex(of: 0) {
        defer { arrived.removeSubrange(...end) }
        return try DocumentParser.parse(Array(arrived[..<end]))
      }
      let piece = try #require(await output.next(isolation: #isolation), "the browser ended")
      unsafe piece.withUnsafeBytes { unsafe arrived.append(contentsOf: $0) }
    }
  }

  private func node(_ selector: String) async throws -> Document {
    let root = try await send("DOM.getDocument")["root"]?["nodeId"] ?? .null
    let found = try await send(
      "DOM.querySelector", ["nodeId": root, "selector": .string(selector)])
    return found["nodeId"] ?? .null
  }

  @discardableResult
  private func send(_ method: String, _ parameters: Document = [:]) async throws -> Document {
    count += 1
    var fields: Document.Fields = [
      "id": .number(count), "method": .string(method), "params": parameters,
    ]
    if let session { fields["sessionId"] = .string(session) }
    _ = try await input.write(Document.object(fields).bytes + [0])
    while true {
      let message = try await next()
      guard message["id"]?.integer == count else {
        events.append(message)
        continue
      }
      return try #require(message["result"], "\(method): \(message)")
    }
  }

  @discardableResult
  private func event(
    _ method: String, where holds: (Document) -> Bool
  ) async throws -> Document {
    while true {
      while !events.isEmpty {
        let event = events.removeFirst()
        if event["method"]?.string == method, let values = event["params"], holds(values) {
          return values
        }
      }
      events.append(try await next())
    }
  }
}
