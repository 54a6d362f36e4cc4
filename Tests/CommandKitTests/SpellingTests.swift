import Testing

@testable import CommandKit

struct SpellingTests {
  private static let names = [
    "add", "app", "cd", "channel", "chat", "echo", "exit", "fg", "help", "history", "jobs", "kill",
    "list", "login", "logout", "ls", "member", "message", "meeting", "open", "set", "show", "tab",
    "tag", "team", "true", "type", "use", "user", "wait", "watch", "whoami",
  ]

  @Test(arguments: [
    ("tema", ["team"]), ("taem", ["team"]), ("teams", ["team"]), ("TEAM", ["team"]),
    ("chanel", ["channel"]), ("chnanle", ["channel"]), ("channels", ["channel"]),
    ("mem", ["member"]), ("me", ["meeting", "member", "message"]), ("memeber", ["member"]),
    ("massage", ["message"]), ("usr", ["use", "user"]), ("usre", ["use", "user"]),
    ("lsit", ["list"]), ("lst", ["list", "ls"]), ("sl", ["ls"]), ("hlep", ["help"]),
    ("exi", ["exit"]), ("quit", []), ("wach", ["watch"]), ("logni", ["login"]),
    // Of four letters, two that are wrong make another word.
    ("test", []), ("mail", []), ("user", ["user", "use"]), ("save", []), ("bash", []),
    ("tree", ["true"]), ("kubectl", []), ("xyzzy", []), ("t", []), ("dc", ["cd"]),
    ("cdd", ["add", "cd"]), ("tp", []),
    ("", []),
  ])
  func `the nearest names are found, and none that are only somewhat alike`(
    typed: String, expected: [String]
  ) {
    #expect(Spelling.nearest(to: typed, among: Self.names) == expected)
  }

  @Test func `two slips count in long words that begin alike, where nothing is nearer`() {
    let people = ["Adele Vance", "Adele Vence", "Lidia Holloway", "Vance Adele"]
    #expect(Spelling.nearest(to: "Adele Vanse", among: people) == ["Adele Vance"])
    #expect(Spelling.nearest(to: "Adelle Vanse", among: people) == ["Adele Vance"])
    #expect(Spelling.nearest(to: "Lidia Holowey", among: people) == ["Lidia Holloway"])
    #expect(Spelling.nearest(to: "Sidia Holoway", among: people).isEmpty)
  }

  @Test(arguments: [
    ("Contso", ["Contoso IT", "Contoso Sales"]), ("Project Flacon", ["Project Falcon 2"]),
    ("Contoso Sails", ["Contoso Sales"]), ("Ctoso", ["Contoso IT", "Contoso Sales"]), ("Sales", []),
  ])
  func `a name is found by its first words`(typed: String, expected: [String]) {
    let teams = ["Contoso Sales", "Contoso IT", "Project Falcon 2", "R/D"]
    #expect(Spelling.nearest(to: typed, among: teams) == expected)
  }

  @Test func `swapped neighbours are one slip`() {
    #expect(Spelling.distance(Array("tema"), Array("team")) == 1)
    #expect(Spelling.distance(Array("abc"), Array("abc")) == 0)
    #expect(Spelling.distance([], Array("abc")) == 3)
  }
}
