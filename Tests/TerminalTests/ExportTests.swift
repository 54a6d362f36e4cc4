import Foundation
import TestSupport
import Testing

/// Long exports, as somebody who waits for one sees them.
struct ExportTests {
  @Test func `an export shows how far it is, and Ctrl-C leaves only whole files`() throws {
    let tenant = try Tenant(["--latency", "300", "--messages", "4000"])
    let home = try Home()
    let shell = try ShellTerminal(home: home, environment: try tenant.signedIn())
    try shell.prompt()
    let folder = "\(home.path)/out"
    shell.type("message export 'Contoso IT' --to \(folder)\r")
    try shell.terminal.wait(for: " channels, ")
    shell.type("\u{3}")
    let said = try shell.prompt()
    #expect(said.contains("of 7 are exported. Missing: Contoso IT/General"), "\(said)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(!files.contains("Contoso IT - General.ndjson"), "\(files)")
    let listed = try String(contentsOfFile: "\(folder)/export.ndjson", encoding: .utf8)
      .split(separator: "\n")
    #expect(files.count { $0.hasPrefix("Contoso IT") } == listed.count, "\(files)")
  }
}
