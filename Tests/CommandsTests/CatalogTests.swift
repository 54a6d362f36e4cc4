import ArgumentParser
import CommandKit
import Commands
import Testing

/// The rules that every command obeys.
struct CatalogTests {
  /// The verbs to prefer, and those that Microsoft or the cache calls for.
  private static let verbs: Set = [
    "person", "list", "show", "create", "update", "delete", "add", "remove", "archive", "restore",
    "copy",
    "send", "export", "reply", "check", "refresh", "clear", "get", "post", "patch", "put",
    "use", "private", "unarchive", "react", "unreact", "pin", "unpin", "ring", "attendance",
    "request", "listen", "status", "stop", "endpoint", "wait", "note", "close", "mirror",
    "unmirror",
  ]

  private static let alone: Set = [
    "login", "logout", "whoami", "use", "context", "ls", "set", "help", "apropos", "source",
    "echo", "true", "false", ":", "exit", "alias", "unalias", "type", "jobs", "wait", "fg",
    "kill", "watch", "last-error", "edit", "doctor", "clear",
  ]

  @Test func `names are unique and in small letters`() {
    let words = Catalog.teamsh.entries.flatMap { entry in
      ([entry.type.verb] + entry.type.configuration.aliases).map { "\(entry.noun) \($0)" }
    }
    #expect(Set(words).count == words.count)
    #expect(words.allSatisfy { $0 == $0.lowercased() })
    #expect(Catalog.names.count > 40)
  }

  @Test func `a word known elsewhere is none of ours, and stands for a command that there is`() {
    let catalog = Catalog.teamsh
    for (word, name) in Catalog.elsewhere {
      #expect(!catalog.knows(word), "\(word)")
      #expect(word == word.lowercased())
      #expect(Catalog.names.contains(name), "\(name)")
    }
  }

  @Test(arguments: Catalog.names)
  func `a command is called by a verb of the list`(name: String) throws {
    let entry = try Catalog.entry(name)
    #expect((entry.noun.isEmpty ? Self.alone : Self.verbs).contains(entry.type.verb))
    let short = [
      "list": ["ls"], "delete": ["rm"], "remove": ["rm"], "use": ["cd"], "context": ["pwd"],
    ]
    #expect(Set(entry.type.configuration.aliases).isSubset(of: short[entry.type.verb] ?? []))
  }

  @Test(arguments: Catalog.names)
  func `a command has an abstract of one short sentence`(name: String) throws {
    let abstract = try Catalog.entry(name).abstract
    #expect(abstract.hasSuffix(".") && abstract.filter { $0 == "." }.count == 1)
    #expect(abstract.count < 60)
    #expect(abstract.first?.isUppercase == true)
  }

  @Test(arguments: Catalog.names)
  func `a command has examples with a phrase each`(name: String) throws {
    let examples = try Catalog.entry(name).type.examples
    #expect(!examples.isEmpty)
    #expect(examples.allSatisfy { !$0.title.isEmpty && !$0.title.hasSuffix(".") })
    #expect(
      examples.allSatisfy { $0.line.contains(name.split(separator: " ").joined(separator: " ")) })
  }

  @Test(arguments: Catalog.names)
  func `an argument takes a kind of value of the closed list`(name: String) throws {
    for parameter in Grammar(try Catalog.entry(name).type).parameters where !parameter.isFlag {
      #expect(parameter.kind != nil, "\(parameter.valueName ?? "nothing") of \(name)")
      #expect(parameter.abstract.hasSuffix("."), "\(parameter.names) of \(name)")
    }
  }

  @Test(arguments: Catalog.names)
  func `an argument is of a type that keeps the mark of quoted words`(name: String) throws {
    let entry = try Catalog.entry(name)
    let invocation = try entry.type.parseInvocation(entry.fewestWords)
    #expect(Self.plainTexts(in: invocation) == [])
  }

  /// The arguments whose type is plain text, which would show the sign that stands for a mark.
  private static func plainTexts(in value: Any) -> [String] {
    Mirror(reflecting: value).children.flatMap { child -> [String] in
      let type = "\(type(of: child.value))"
      let isArgument = type.hasPrefix("Argument<") || type.hasPrefix("Option<")
      guard !isArgument else {
        return type.contains("String") ? ["\(child.label ?? ""): \(type)"] : []
      }
      return plainTexts(in: child.value)
    }
  }

  @Test(arguments: Catalog.names)
  func `a line becomes the same command whether the parser or an earlier line makes it`(
    name: String
  ) throws {
    let entry = try Catalog.entry(name)
    let positionals = Grammar(entry.type).positionals
    let lines = [1, 2].map { line in
      positionals.indices.map { positionals[$0].values.first ?? "\(line)\($0)" }
    }
    guard entry.type.plainInvocation(lines[0].map { Word($0) }) == nil else { return }
    #expect(Self.operands(of: entry.type) == positionals.count)
    let templates = CommandTemplates()
    // What options have to complete, or refuse, is left to the parser each time.
    guard (try? entry.type.parseInvocation(lines[0], templates: templates)) != nil else { return }
    let copy = Self.copy(entry.type, lines[1], templates)
    let copied = try #require(copy)
    let parsed = try entry.type.parseInvocation(lines[1])
    #expect(Self.dump(copied) == Self.dump(Self.command(of: parsed)))
  }

  private static func operands<Command: TeamshCommand>(of type: Command.Type) -> Int {
    Command.operands.count
  }

  private static func copy<Command: TeamshCommand>(
    _ type: Command.Type, _ words: [String], _ templates: CommandTemplates
  ) -> (any TeamshCommand)? {
    templates.command(type, words)
  }

  private static func command(of invocation: some Invocation) -> any TeamshCommand {
    invocation.command
  }

  private static func dump(_ value: Any) -> String {
    var text = ""
    Swift.dump(value, to: &text)
    return text
  }

  @Test(arguments: Catalog.names(.changes, .removes))
  func `a write can be tried dry, and one that removes can be confirmed`(name: String) throws {
    let entry = try Catalog.entry(name)
    let options = Set(Grammar(entry.type).options.flatMap(\.names))
    #expect(options.contains("--dry-run"))
    #expect(options.contains("--yes") == (entry.type.effect == .removes))
  }
}
