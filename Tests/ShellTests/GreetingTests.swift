import CommandKit
import Testing

@testable import Shell

struct GreetingTests {
  @Test(arguments: [
    ("megan@contoso.com", IdentityKind.person, "Signed in as megan@contoso.com."),
    ("Nightly", .app, "Signed in as the app Nightly."),
    ("a\u{1B}[2Jb", .person, "Signed in as a␛[2Jb."),
  ])
  func `it names who is signed in, and nothing that a terminal obeys`(
    account: String, kind: IdentityKind, beginning: String
  ) {
    let text = Greeting(account: account, kind: kind).text
    #expect(text.hasPrefix("\(beginning) Type help"))
    #expect(text.count < 100)
  }

  @Test func `nobody is greeted where nobody is signed in`() {
    #expect(Greeting([:]) == nil)
  }
}
