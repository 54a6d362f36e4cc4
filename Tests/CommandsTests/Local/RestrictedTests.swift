import CommandKit
import Foundation
import TestSupport
import Testing

/// What commands do not do in a restricted session.
struct RestrictedTests {
  @Test(arguments: [
    "profile create x --tenant contoso.com --secret-file /etc/shadow", "profile use it",
    "profile delete it",
  ])
  func `no command changes which files the next session reads`(line: String) async throws {
    let home = try TemporaryHome()
    let text = "default: it\nprofiles:\n  it: {tenant: contoso.com}\n"
    try home.write(text, to: "config.yaml")
    let session = try TestSession(home: home) { $0.options.isRestricted = true }
    #expect(await session.run(line) == .permission)
    #expect(session.errors.text == "A restricted session writes no files.\n")
    #expect(try String(contentsOfFile: home.file("config.yaml"), encoding: .utf8) == text)
  }
}
