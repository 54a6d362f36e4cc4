import Testing

@testable import Bot

struct DirectMessageTests {
  @Test(arguments: [
    ("list incidents", DirectMessage.list(.open, page: 1)),
    ("List Incidents page 3", .list(.open, page: 3)),
    ("list open incidents", .list(.open, page: 1)),
    ("list my incidents page 2", .list(.mine, page: 2)),
    ("list closed incidents", .list(.closed, page: 1)),
    ("list incidents page 0", .help),
    ("list incidents please", .help),
    ("list my tasks", .help),
    ("help", .help),
    ("", .help),
    ("mirror 12", .mirror(12)),
    ("mirror incident #12", .mirror(12)),
    ("mirror it", .malformed(.numberMissing)),
    ("new incident The printer burns", .open([.init(name: "The printer burns")])),
    ("Please OPEN an incident: no mail\nsince noon", .open([.init(name: "no mail\nsince noon")])),
    ("create incident name=Fire type=Facility", .open([.init(name: "Fire", type: "Facility")])),
    (
      "new incident type=Facility name=Fire on 3 ",
      .open([.init(name: "Fire on 3", type: "Facility")])
    ),
    ("new incident type=Facility", .malformed(.nameMissing)),
    ("new incident", .malformed(.nameMissing)),
    ("new incident name=", .malformed(.nameMissing)),
    ("new incident name=x json={}", .malformed(.jsonWithOthers)),
    ("new incident json={", .malformed(.jsonInvalid)),
    ("new incident json=[1]", .malformed(.jsonInvalid)),
    ("new incident json={\"type\":\"x\"}", .malformed(.nameMissing)),
    ("new incident json={“name”:“Fire”}", .open([.init(name: "Fire")])),
    ("an incident happened", .help),
  ])
  func `a message is understood`(text: String, expected: DirectMessage) {
    #expect(DirectMessage(text) == expected)
  }

  @Test func `JSON describes several incidents with all that they have`() {
    let text = """
      create incident json=[{"name":"a","severity":3,"owner":"adele","labels":["x",{"type":"t","value":"v"}]},
      {"name":"b","details":"d"}]
      """
    var (first, second) = (DirectMessage.Draft(name: "a"), DirectMessage.Draft(name: "b"))
    first.severity = "3"
    first.owner = "adele"
    first.labels = ["x", "t:v"]
    second.details = "d"
    #expect(DirectMessage(text) == .open([first, second]))
  }

  @Test func `a stranger may open incidents and nothing else`() {
    for text in ["new incident x", "new incident", "new incident json={"] {
      #expect(DirectMessage(text).opens)
    }
    for text in ["list incidents", "mirror 1", "mirror", "help"] {
      #expect(!DirectMessage(text).opens)
    }
  }

  @Test func `what looks like a command of the shell is a name like any other`() {
    for name in ["$(incident close 1)", "!rm -rf /", "%3", "'; drop table incident; --"] {
      #expect(DirectMessage("new incident \(name)") == .open([.init(name: name)]))
    }
  }
}
