import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// The numbers that an administrator meets: each has something that leads to it.
struct RefusalTests {
  private static let table = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/reference/graph.md").standardizedFileURL

  private static let exists = FileManager.default.fileExists(
    atPath: table.path(percentEncoded: false))

  /// Those to which a request leads here; the tests of sign-ins do so.
  private static let natural: Set = [
    50_011, 50_012, 50_020, 50_034, 50_057, 50_058, 50_076, 50_079, 50_173, 53_000, 53_001, 53_003,
    54_005, 65_001, 65_004, 70_000, 70_003, 70_008, 70_011, 70_016, 70_018, 90_002, 90_033, 90_094,
    90_119, 90_120, 90_121, 500_011, 700_016, 700_022, 700_025, 700_027, 700_082, 900_144,
    7_000_215, 7_000_218, 7_000_222, 9_001_023, 9_002_313, 9_002_332,
  ]

  @Test(.enabled(if: exists))
  func `every number that is known to be met can be met here`() throws {
    let text = try String(contentsOf: Self.table, encoding: .utf8)
    let section = try #require(
      text.split(separator: "### 10.10").last?.split(separator: "###").first)
    let numbers = Set(section.matches(of: /\b\d{5,7}\b/).compactMap { Int($0.output) })
    #expect(numbers.count > 80)
    #expect(numbers.subtracting(Self.natural).subtracting(RefusalCatalog.numbers) == [])
  }

  @Test func `no number has two ways`() {
    let numbers = RefusalCatalog.numbers
    #expect(Set(numbers).count == numbers.count && numbers == numbers.sorted())
    #expect(Self.natural.intersection(numbers) == [])
  }

  @Test(arguments: RefusalCatalog.numbers)
  func `a rule refuses a sign-in by its number`(_ number: Int) async throws {
    let path = TestTenant.temporaryPath()
    defer { TestTenant.removeFiles(at: path) }
    let rules: Document = [
      "rules": [["path": "/{}/oauth2/v2.0/token", "fault": "refusal", "number": .number(number)]]
    ]
    try Data(rules.bytes).write(to: URL(filePath: path))
    let faults = try FaultDesk(path: path, clock: ClockShift())
    let fault = try #require(
      faults.next(.post, RequestPath("/common/oauth2/v2.0/token"), of: .signIn))
    #expect(faults.next(.post, RequestPath("/a/oauth2/v2.0/token"), of: .graph) == nil)
    let now = Instant(milliseconds: 1_780_000_000_000)
    let delivery = try #require(
      fault.apply(to: nil, Exchange(headers: [:], at: now), Target("/common/oauth2/v2.0/token")))
    let document = try DocumentParser.parse(delivery.bytes)
    #expect(document["error_codes"] == [.number(number)])
    #expect(document["error_description"]?.string?.hasPrefix("AADSTS\(number): ") == true)
    #expect((400...401).contains(delivery.status.code) && document["error"]?.string != nil)
  }

  @Test func `a secret is good for two years, and a certificate for longer`() async throws {
    let entra = try await SignInCase()
    func ask() async throws -> Reply {
      try await entra.token([
        "grant_type": "client_credentials", "client_id": entra.profile.clientID,
        "client_secret": entra.profile.clientSecret,
        "scope": "https://graph.microsoft.com/.default",
      ])
    }
    entra.clock.advance(729 * 86_400)
    #expect(try await ask().status == 200)
    entra.clock.advance(2 * 86_400)
    let reply = try await ask()
    #expect(reply.status == 401 && reply.oauthError == "invalid_client")
    #expect(reply.number == 7_000_222)
  }

  @Test func `scopes of two resources are refused`() async throws {
    let entra = try await SignInCase()
    let reply = try await entra.token([
      "grant_type": "client_credentials", "client_id": entra.profile.clientID,
      "client_secret": entra.profile.clientSecret,
      "scope": "https://graph.microsoft.com/.default https://outlook.office.com/.default",
    ])
    #expect(reply.number == 700_022, "\(reply)")
  }

  @Test(arguments: [
    ("steve@contoso.com", 50_034), ("steve@fabrikam.com", 50_020), ("steve", 50_034),
  ])
  func `an account of elsewhere is told from one that is not there`(
    _ account: String, _ number: Int
  ) async throws {
    let entra = try await SignInCase()
    var browser = PageBrowser(entra.test)
    try await browser.open(entra.page())
    try await browser.submit(["account": account])
    #expect(browser.page.text.contains("(AADSTS\(number))"))
  }

  @Test func `a page tells what is wrong with a device's code`() async throws {
    let entra = try await SignInCase()
    func enter(_ form: String) async throws -> String {
      try await entra.test.send(.post, "/devicelogin", as: .nobody, form: form).text
    }
    let begun = try await entra.test.send(
      .post, "/common/oauth2/v2.0/devicecode", as: .nobody,
      form: "client_id=\(entra.profile.clientID)&scope=User.Read")
    let code = try #require(begun.document["user_code"]?.string)
    let done = "user_code=\(code)&account=megan@contoso.com&decision=decline"
    _ = try await enter(done)
    #expect(try await enter(done).contains("AADSTS90120"))
    #expect(try await enter("account=megan@contoso.com").contains("AADSTS90119"))
    #expect(try await enter("user_code=&account=megan@contoso.com").contains("AADSTS90119"))
    #expect(try await enter("").contains("AADSTS90121"))
    #expect(try await enter("user_code=XXXXXXXXX&account=x").contains("AADSTS70018"))
  }
}
