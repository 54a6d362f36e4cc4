import ArgumentParser
import CommandKit
import Documents
import Foundation
import Records

/// Completes what this machine knows: rows of the last list, settings, profiles, commands, and the like.
struct LocalNames: Sendable {
  let workspace: Workspace

  /// Rows of the last list, with what each is beside it.
  func rows(_ text: String) -> Suggestions {
    let shown = workspace.shownRows
    guard !shown.references.isEmpty else { return Suggestions() }
    let wanted = text.hasPrefix("%") ? String(text.dropFirst()) : text
    let list = (1...shown.references.count).map { number in
      let label = shown.labels.indices.contains(number - 1) ? shown.labels[number - 1] : ""
      return Suggestion("%\(number)", label, isBare: true)
    }
    if wanted.isEmpty || wanted.allSatisfy(\.isNumber) {
      let fitting = list.filter { $0.text.dropFirst().hasPrefix(wanted) }
      return Suggestions(Array(fitting.prefix(CommandCompleter.most)), total: fitting.count)
    }
    let fitting = list.filter { $0.about.localizedCaseInsensitiveContains(wanted) }
    return Suggestions(Array(fitting.prefix(CommandCompleter.most)))
  }

  func settings(_ text: String) -> Suggestions {
    .matching(Settings.keys.map { Suggestion($0.name, $0.abstract) }, text)
  }

  /// The values of one setting, the present one said to be it.
  func values(_ text: String, of setting: String) -> Suggestions {
    guard let key = Settings.keys.first(where: { $0.name == setting }) else {
      return Suggestions()
    }
    let present = key.read(workspace.settings)
    var values = key.values
    if values.isEmpty { values = [present].filter { !$0.isEmpty } }
    return .matching(values.map { Suggestion($0, $0 == present ? "as it is" : "") }, text)
  }

  /// Nouns and commands; behind a noun its verbs.
  func commands(_ text: String, behind words: [String]) -> Suggestions {
    let nouns = workspace.catalog.nouns
    guard let first = words.first else {
      let list = nouns.flatMap { noun in
        noun.name.isEmpty
          ? noun.commands.map { Suggestion($0.verb, $0.configuration.abstract) }
          : [Suggestion(noun.name, noun.abstract)]
      }
      return .matching(list, text)
    }
    guard words.count == 1, let noun = nouns.first(where: { $0.name == first }) else {
      return Suggestions()
    }
    return .matching(
      noun.commands.map { Suggestion($0.verb, $0.configuration.abstract) }, text)
  }

  /// What help has a page on: commands and nouns, topics, settings, aliases.
  func pages(_ text: String, behind words: [String]) -> Suggestions {
    let found = commands(text, behind: words)
    guard words.isEmpty else { return found }
    let others =
      HelpTopic.all.map { Suggestion($0.name, $0.abstract) }
      + Settings.keys.map { Suggestion($0.name, $0.abstract) }
      + workspace.aliases.map { Suggestion($0.name, $0.text) }
    let pages = Suggestions.matching(others, text)
    return Suggestions(found.suggestions + pages.suggestions)
  }

  func accounts(_ text: String) -> Suggestions {
    .matching(SignIn(workspace: workspace).rememberedAccounts().map { Suggestion($0) }, text)
  }

  func profiles(_ text: String) -> Suggestions {
    let path = workspace.configuration.files.configFile
    guard let file = try? ProfileFile(contentsOf: path) else { return Suggestions() }
    let list = file.profiles.sorted { $0.key < $1.key }.map { name, profile in
      Suggestion(name, profile.tenant ?? "")
    }
    return .matching(list, text)
  }

  /// Permissions that some command needs, in a list by commas.
  func permissions(_ text: String) -> Suggestions {
    let needed = workspace.catalog.entries.flatMap { entry in
      entry.type.permissions.person.map { ($0, entry.name) }
    }
    let commands = Dictionary(needed) { "\($0), \($1)" }
    return CommaList(text).suggestions(
      commands.sorted { $0.key < $1.key }.map { Suggestion($0.key, $0.value) })
  }

  /// The apps that were listed last.
  func apps(_ text: String) -> Suggestions {
    let list = workspace.documents(of: "app list").compactMap { document -> Suggestion? in
      let app = document["teamsApp"] ?? document
      return app["displayName"]?.string.map {
        Suggestion($0, app["distributionMethod"]?.string ?? "")
      }
    }
    return .matching(list, text)
  }

  /// The open incidents by their numbers, to be chosen by name too.
  func incidents(_ text: String) -> Suggestions {
    guard let found = try? workspace.knownIncidents()?.incidents(areClosed: false, limit: 200)
    else { return Suggestions() }
    let list = found.map { incident in
      Suggestion(
        String(incident.number), "\(incident.name) · \(incident.severity.rawValue.lowercased())")
    }
    let fitting = list.filter { $0.text.hasPrefix(text) }
    guard fitting.isEmpty else { return Suggestions(fitting) }
    return Suggestions(list.filter { $0.about.localizedCaseInsensitiveContains(text) })
  }

  /// The newest writes of the journal.
  func journalKeys(_ text: String) -> Suggestions {
    let entries = (try? workspace.journal.entries()) ?? []
    let list = entries.reversed().prefix(200).map { entry in
      let facts = [entry.intent["command"]?.string, entry.result, entry.intent["time"]?.string]
      return Suggestion(entry.key, facts.compactMap(\.self).joined(separator: " · "))
    }
    return .matching(list, text)
  }

  /// The newest questions; none makes the file of them that only looks for some.
  func questions(_ text: String) -> Suggestions {
    guard FileManager.default.fileExists(atPath: workspace.configuration.files.incidentsFile),
      let questions = try? workspace.incidents().questions(limit: 200)
    else { return Suggestions() }
    return .matching(
      questions.map { question in
        Suggestion(
          question.id,
          [question.text, question.recipient, question.answer?.text].compactMap(\.self)
            .joined(separator: " · "))
      }, text)
  }

  func codes(_ text: String) -> Suggestions {
    .matching(
      ExitCode.meanings.map { Suggestion(String($0.code.rawValue), $0.name) }, text)
  }

  func headers(_ text: String) -> Suggestions {
    let list = [
      ("ConsistencyLevel: eventual", "for $count, $search and advanced filters"),
      ("Prefer: include-unknown-enum-members", "kinds of member that are newer than v1.0"),
      ("Prefer: outlook.body-content-type=\"text\"", "bodies as plain text"),
      ("If-Match: *", "change or delete whatever the version"),
      ("Content-Type: application/json", "the body's type"),
    ]
    return .matching(list.map { Suggestion($0.0, $0.1) }, text)
  }
}
