import Cache
import CommandKit
import Commands
import Foundation
import LineEditing
import Shell
import TestSupport
import Testing

/// Completion as a function of text and cursor, over a cache and without any request.
struct CompletionTests {
  private let session: TestSession

  init() throws {
    session = try TestSession()
    try session.signIn(TestToken.person([]))
  }

  private func store(_ kind: CacheKind, in container: String? = nil, _ names: [(String, String)])
    throws
  {
    let entries = names.map { id, name in
      CachedEntry(
        kind: kind, container: container, id: id, name: name,
        detail: kind == .people ? "\(id)@contoso.com" : "",
        alternates: kind == .people ? ["\(id)@contoso.com", id] : [], cachedAt: .now)
    }
    try #require(session.workspace.cache)
      .store(entries, kind: kind, container: container, isComplete: true)
  }

  /// The completion of a line at its end, or at the bar in it.
  private func complete(_ line: String) -> Completion {
    let cursor = line.firstIndex(of: "|").map {
      line.unicodeScalars.distance(from: line.startIndex, to: $0)
    }
    let text = line.replacing("|", with: "")
    return CommandCompleter(workspace: session.workspace)
      .completions(for: text, cursor: cursor ?? text.unicodeScalars.count)
  }

  private func insertions(_ line: String) -> [String] { complete(line).candidates.map(\.insertion) }

  @Test(arguments: [
    ("tea", ["team "]), ("team l", ["list "]), ("team list --jo", ["--joined "]),
    ("team list -o nd", ["ndjson "]), ("channel create X --kind p", ["private "]),
    ("member update @a --role ow", ["owner "]), ("set out", ["output "]),
    ("channel create X --kind=sh", ["shared "]), ("nosuch verb ", []), ("echo tea", []),
    ("true; tea", ["team "]), ("true && wh", ["whoami "]), ("cache refresh te", ["teams "]),
  ])
  func `words of the language are completed`(line: String, expected: [String]) {
    #expect(insertions(line) == expected)
  }

  @Test func `a name is quoted where it must be, and closed with a space`() throws {
    try store(
      .teams, [("1", "Contoso IT"), ("2", "R/D"), ("3", "Miles O'Brien's Crew"), ("4", "%3")])
    #expect(insertions("team show Con") == ["\"Contoso IT\" "])
    #expect(insertions("team show 'Con") == ["'Contoso IT' "])
    #expect(insertions("team show \"Con") == ["\"Contoso IT\" "])
    #expect(insertions("team show R") == ["R/D "])
    #expect(insertions("team show Mil") == ["\"Miles O'Brien's Crew\" "])
    #expect(insertions("team show 'Mil") == [#"'Miles O'\''Brien'\''s Crew' "#])
    #expect(insertions("team show '%") == ["'%3' "])
    #expect(insertions("channel list --team Con") == ["\"Contoso IT\" "])
    #expect(insertions("channel list --team=Con") == ["\"Contoso IT\" "])
  }

  @Test func `the part of the line that is replaced is the word at the cursor`() throws {
    try store(.teams, [("1", "Contoso IT")])
    #expect(complete("team show Con").replacing == 10..<13)
    #expect(complete("team show 'Contoso I").replacing == 10..<20)
    #expect(complete("echo 日本; team show Con").replacing.lowerBound == 19)
  }

  @Test func `letters match without their accents, and words inside a name`() throws {
    try store(.people, [("anna", "Anna Müller"), ("lukasz", "Łukasz Wiśniewski")])
    #expect(insertions("user show anna m") == [])
    #expect(insertions("user show 'anna mul") == ["'Anna Müller' "])
    #expect(insertions("user show muller") == ["\"Anna Müller\" "])
    #expect(insertions("user show @lu") == ["@lukasz "])
  }

  @Test func `of two with one name the address or id is put in`() throws {
    try store(.people, [("anna1", "Anna Müller"), ("anna2", "Anna Müller")])
    #expect(insertions("user show Anna") == ["anna1@contoso.com ", "anna2@contoso.com "])
    try store(.teams, [("id-1", "Social Club"), ("id-2", "Social Club")])
    #expect(insertions("team show Soc") == ["id-1 ", "id-2 "])
  }

  @Test func `channels are those of the team at hand`() throws {
    try store(.teams, [("t", "Contoso IT")])
    try store(.channels, in: "t", [("c1", "General"), ("c2", "Helpdesk")])
    #expect(insertions("channel show --team 'Contoso IT' Hel") == ["Helpdesk "])
    #expect(insertions("use 'Contoso IT/Gen") == ["'Contoso IT/General' "])
    session.workspace.move(to: .team(Named(id: "t", name: "Contoso IT")))
    #expect(insertions("use Gen") == ["General "])
  }

  @Test func `where nothing was read that is said`() {
    let completion = complete("team show Con")
    #expect(completion.candidates.isEmpty)
    #expect(completion.note == "nothing read yet: cache refresh")
  }

  @Test func `the age of what is shown is said`() throws {
    try store(.teams, [("1", "Contoso IT")])
    #expect(complete("team show Con").note == "as of now")
  }

  @Test func `an option that was given is not offered again`() {
    #expect(!insertions("team list --joined --").contains("--joined "))
    #expect(insertions("team list --").contains("--joined "))
  }
}
