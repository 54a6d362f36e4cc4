import Testing

@testable import Shell

struct PromptTests {
  @Test func `a long place loses its middle and not its ends`() {
    let long = "A team with a very long name indeed/And a channel with another one"
    let elided = Prompt.elided(long)
    #expect(elided.count < long.count)
    #expect(elided.hasPrefix("A team") && elided.hasSuffix("another one"))
    #expect(Prompt.elided("Contoso IT/General") == "Contoso IT/General")
  }
}
