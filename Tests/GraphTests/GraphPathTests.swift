import Documents
import Graph
import Testing

struct GraphPathTests {
  @Test(arguments: [
    ("a/../b", "/teams/a%2F..%2Fb/archive"),
    ("..", "/teams/%2E%2E/archive"),
    ("19:abc@thread.tacv2", "/teams/19%3Aabc%40thread.tacv2/archive"),
    ("MCMjMiMj==", "/teams/MCMjMiMj%3D%3D/archive"),
    ("guest_x.com#EXT#@contoso.com", "/teams/guest_x.com%23EXT%23%40contoso.com/archive"),
    ("R/D?x=1&y", "/teams/R%2FD%3Fx%3D1%26y/archive"),
    ("%3", "/teams/%253/archive"),
    ("Zoë 日本", "/teams/Zo%C3%AB%20%E6%97%A5%E6%9C%AC/archive"),
    ("a\r\nHost: x", "/teams/a%0D%0AHost%3A%20x/archive"),
  ])
  func `a value stays inside its segment and the template keeps its place`(
    value: String, encoded: String
  ) {
    let path: GraphPath = "/teams/\(value)/archive"
    #expect(path.text == encoded)
    #expect(path.template == "/teams/{}/archive")
  }

  @Test func `a path hangs below another path`() {
    let id = "a b"
    let place: GraphPath = "/teams/\(id)"
    let below: GraphPath = "\(place)/channels"
    #expect(below.text == "/teams/a%20b/channels")
    #expect(below.template == "/teams/{}/channels")
  }

  @Test(arguments: [
    ("/me", "/me", "/me"),
    ("me", "/me", "/me"),
    ("/beta/me", "/beta/me", "/beta/me"),
    (
      "/users?$filter=displayName eq 'Zoë'", "/users?$filter=displayName%20eq%20'Zo%C3%AB'",
      "/users"
    ),
    ("/teams/19%3Aabc", "/teams/19%3Aabc", "/teams/19%3Aabc"),
    ("/x/100%", "/x/100%25", "/x/100%25"),
    ("/x/%4", "/x/%254", "/x/%254"),
    ("/x#y\n", "/x%23y%0A", "/x%23y%0A"),
  ])
  func `a typed path is mended only where a URL forbids it`(
    typed: String, text: String, template: String
  ) {
    let path = GraphPath(typed: typed)
    #expect(path.text == text)
    #expect(path.template == template)
  }

  @Test func `options keep their order and lose no character`() {
    let request = GraphRequest<JSON>.get(
      "/users", ["$top": "5", "$filter": "displayName eq 'A+B & C#'", "$select": "id,displayName"])
    #expect(
      request.target
        == "/users?$top=5&$filter=displayName%20eq%20'A%2BB%20%26%20C%23'&$select=id,displayName")
  }

  @Test func `options follow those that the user typed`() {
    var request = GraphRequest<JSON>.get(GraphPath(typed: "/users?$top=5"))
    request.query = [GraphQuery(name: "$count", value: "true")]
    #expect(request.target == "/users?$top=5&$count=true")
  }

  @Test(arguments: [
    ("O'Brien", "'O''Brien'"), ("", "''"), ("''", "''''''"), ("Zoë", "'Zoë'"),
    ("x' or '1' eq '1", "'x'' or ''1'' eq ''1'"),
  ])
  func `a literal cannot be left by a quote`(text: String, literal: String) {
    #expect("\(ODataLiteral(text))" == literal)
  }
}
