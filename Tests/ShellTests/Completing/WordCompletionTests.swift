import Cache
import CommandKit
import Foundation
import LineEditing
import TestSupport
import Testing

/// Words of the language and of this machine, completed without any request.
struct WordCompletionTests {
  private let desk: CompletionDesk

  init() throws {
    desk = try CompletionDesk()
  }

  @Test(arguments: [
    ("tea", ["team "]), ("team l", ["list "]), ("team list --jo", ["--joined "]),
    ("team list -o nd", ["ndjson "]), ("channel create X --kind p", ["private "]),
    ("member update @a --role ow", ["owner "]), ("set out", ["output "]),
    ("channel create X --kind=sh", ["shared "]), ("nosuch verb ", []), ("echo tea", []),
    ("true; tea", ["team "]), ("true && wh", ["whoami "]), ("cache refresh te", ["teams "]),
    ("set output nd", ["ndjson "]), ("set keep-going o", ["off ", "on "]),
    ("help mess", ["message "]), ("help form", ["formats "]), ("help page", ["pager "]),
    ("help message se", ["send "]), ("help message send x", []),
    ("permissions list team sh", ["show "]), ("user list --as ap", ["app "]),
    ("login --scopes Channel.Crea", ["Channel.Create"]),
    ("login --scopes User.ReadBasic.All,Channel.Crea", ["User.ReadBasic.All,Channel.Create"]),
    ("graph get /me -H If", ["\"If-Match: *\" "]), ("exit 13", ["130 "]),
    ("team list --jnd", ["--joined "]), ("channel create X --knd", ["--kind "]),
  ])
  func `words are completed by what stands before them`(line: String, expected: [String]) {
    #expect(desk.insertions(line) == expected)
  }

  @Test func `an option that was given is not offered again`() {
    #expect(!desk.insertions("team list --joined --").contains("--joined "))
    #expect(desk.insertions("team list --").contains("--joined "))
  }

  @Test func `where no argument is left the options are offered, with what they do`() {
    #expect(desk.shown("team list ").first == "--joined -- Only teams that you are a member of.")
    #expect(desk.insertions("team list x").isEmpty)
  }

  @Test func `the value that a setting has is said to be that`() {
    #expect(desk.shown("set keep-going ") == ["off -- as it is", "on"])
    #expect(desk.insertions("set prompt ").count == 1)
  }

  @Test func `variables are offered with what they stand for`() async throws {
    await desk.session.run("greeting=hello")
    desk.stand(in: "t", "Contoso IT")
    #expect(desk.insertions("echo $gr") == ["greeting"])
    #expect(desk.insertions("echo ${gr") == ["greeting}"])
    #expect(desk.insertions("echo \"to $te") == ["team"])
    #expect(desk.shown("echo $te") == ["team -- Contoso IT"])
    #expect(desk.insertions("echo $").contains("last"))
  }

  @Test func `a word with a variable in it is left alone`() throws {
    try desk.store(.teams, [("1", "$x Con")])
    #expect(desk.insertions("team show \"$x Con").isEmpty)
  }

  @Test func `profiles come from the file as it is now`() throws {
    let path = desk.session.workspace.configuration.files.configFile
    try Data("profiles: {work: {tenant: contoso.com}, home: {}}\n".utf8)
      .write(to: URL(filePath: path))
    #expect(desk.shown("profile show ") == ["home", "work -- contoso.com"])
    #expect(desk.insertions("profile use w") == ["work "])
  }

  @Test func `files and folders are completed, quoted as they must be`() throws {
    let folder = try TemporaryHome()
    for name in ["a file.txt", "it's", "UPPER.txt", ".hidden"] {
      try Data().write(to: URL(filePath: folder.file(name)))
    }
    try FileManager.default.createDirectory(
      atPath: folder.file("My Folder"), withIntermediateDirectories: false)
    let path = folder.path
    #expect(desk.insertions("source \(path)/a") == ["\"\(path)/a file.txt\" "])
    #expect(desk.insertions("source '\(path)/a") == ["'\(path)/a file.txt' "])
    #expect(desk.insertions("source \"\(path)/My") == ["\"\(path)/My Folder/"])
    #expect(desk.insertions("source \(path)/upp") == ["\(path)/UPPER.txt "])
    #expect(desk.insertions("team list > \(path)/.hi") == ["\(path)/.hidden "])
    #expect(desk.complete("source \(path)/").total == 4)
    #expect(desk.insertions("source \(path)/nothing").isEmpty)
    let restricted = try CompletionDesk { $0.options.isRestricted = true }
    for line in ["source \(path)/a", "message send - < \(path)/a", "source ~", "source ../"] {
      #expect(restricted.insertions(line).isEmpty)
    }
    #expect(!restricted.insertions("source ").isEmpty)
  }
}
