import Cache
import CommandKit
import Foundation
import LineEditing
import Shell
import TestSupport
import Testing

/// Completion, hints and help for the integration's commands.
struct IntegrationCompletionTests {
  private let desk: CompletionDesk

  init() throws {
    desk = try CompletionDesk()
  }

  @Test func `a name behind an exclamation mark is completed, from any of its words`() {
    #expect(desk.insertions("!microsoft-teams-chat-cr") == ["microsoft-teams-chat-create "])
    #expect(desk.insertions("!chat-create") == ["microsoft-teams-chat-create "])
    #expect(desk.insertions("microsoft-teams-chat-cr") == ["microsoft-teams-chat-create "])
    #expect(desk.insertions("!vim") == [])
    #expect(desk.insertions("!ls") == [])
  }

  @Test func `the arguments that are not there yet are completed, and their values`() throws {
    let line = "!microsoft-teams-chat-create "
    #expect(desk.insertions(line) == ["chat_type=", "member=", "chat_name="])
    #expect(desk.insertions(line + "chat_type=group ch") == ["chat_name="])
    #expect(desk.insertions(line + "chat_type=o") == ["oneOnOne "])
    #expect(desk.insertions("microsoft-teams-chat-add-user share_history=") == ["true ", "false "])
    #expect(desk.insertions("microsoft-teams-chat-list --dr") == [])
    #expect(desk.insertions(line + "--dr") == ["--dry-run "])
    #expect(desk.insertions(line + "-o js") == ["json "])
  }

  @Test func `the tenant's names are completed, quoted as values of the integration`() throws {
    try desk.store(.teams, [("t1", "Contoso IT"), ("t2", "R/D")])
    try desk.store(.channels, in: "t1", [("c1", "General"), ("c2", "It's \"new\"")])
    try desk.store(.people, [("adele", "Adele Vance"), ("alex", "Alex Wilber")])
    let line = "!microsoft-teams-channel-user-list "
    #expect(desk.insertions(line + "team=Con") == ["\"Contoso IT\" "])
    #expect(desk.insertions(line + "team='Con") == ["'Contoso IT' "])
    #expect(desk.insertions(line + "team=`Con") == ["`Contoso IT` "])
    #expect(desk.insertions(line + "team=R") == ["R/D "])
    #expect(
      desk.insertions(line + "team=\"Contoso IT\" channel_name=it") == [#""It's \"new\"" "#])
    let create = "!microsoft-teams-chat-create member="
    #expect(desk.insertions(create + "Ade") == ["\"Adele Vance\" "])
    #expect(desk.insertions(create + "\"Adele Vance, Al") == ["\"Adele Vance, Alex Wilber"])
  }

  @Test func `what is missing is hinted at`() {
    let hints = LineHints(workspace: desk.session.workspace) { _ in nil }
    #expect(
      hints.hint(for: "!microsoft-teams-chat-update ")?.text == "chat=<chat> chat_name=<topic>")
    #expect(hints.hint(for: "!microsoft-teams-chat-update chat=x ")?.text == "chat_name=<topic>")
    #expect(hints.hint(for: "!microsoft-teams-chat-update chat=x chat_n")?.text == "ame=")
    #expect(hints.hint(for: "!microsoft-teams-chat-upd")?.text == "ate")
  }
}
