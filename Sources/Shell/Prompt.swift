import CommandKit
import Identity
import LineEditing
import Output

/// Fills in the prompt's template from what is in memory; asks nobody.
///
///     megan@contoso Contoso IT/General>
struct Prompt: Sendable {
  let workspace: Workspace
  let usesColor: Bool
  /// The width of the screen, of which no name takes more than a third.
  var columns = 80

  /// The narrowest that a name is ever made.
  private static let narrowestName = 8

  /// The prompt for the next line.
  ///
  /// - Parameters:
  ///   - number: Which prompt it is, counted from 1.
  ///   - status: How the last command ended.
  /// - Returns: The prompt, with its colours.
  func text(number: Int, status: ExitCode = .done) -> String {
    var template = workspace.settings.prompt
    if person == nil { template = template.replacing("{account}@{tenant}", with: "signed out") }
    let text = PromptTemplate(template).filled(values(number: number, status: status))
    return workspace.settings.isPrivate ? "(private) \(text)" : text
  }

  /// What goes with that line: the text at its right edge, and the window's title.
  func surroundings(number: Int, status: ExitCode?) -> PromptSurroundings {
    var surroundings = PromptSurroundings()
    let template = workspace.settings.rightPrompt
    if !template.isEmpty {
      surroundings.rightPrompt = PromptTemplate(template).filled(
        values(number: number, status: status ?? .done))
    }
    surroundings.lastStatus = status?.rawValue
    surroundings.title = title
    return surroundings
  }

  /// Where one stands, and in which tenant.
  private var title: String {
    let account = person?.split(separator: "@").map(String.init) ?? []
    let place = HostileText.visible(workspace.place.path)
    let words = [workspace.place == .nowhere ? nil : place, tenant(of: account), "teamsh"]
    return words.compactMap { $0 }.joined(separator: " – ")
  }

  private func values(number: Int, status: ExitCode) -> [String: String] {
    let account = person?.split(separator: "@").map(String.init) ?? []
    let place = workspace.place
    let marker = workspace.configuration.profile.marker.map { red("[\($0)]") + " " } ?? ""
    return [
      "account": account.first ?? "nobody",
      "tenant": tenant(of: account),
      "place": shown(place.path),
      "team": shown(place.team?.name ?? ""),
      "channel": shown(place.channel?.name ?? ""),
      "chat": shown(place.kind == .chat ? place.path : ""),
      "incident": place.incident?.id ?? "",
      "marker": marker,
      "number": String(number),
      "jobs": workspace.jobs.map { $0.runningCount > 0 ? String($0.runningCount) : "" } ?? "",
      "status": status == .done ? "" : " " + red("[\(status.rawValue)]"),
    ]
  }

  /// The account at hand: a person before an app.
  private var person: String? {
    (workspace.identities[.person] ?? workspace.identities[.app])?.account
  }

  /// The tenant in a word: the first part of its domain.
  private func tenant(of account: [String]) -> String {
    let domain =
      (account.count > 1 ? account.last : nil) ?? workspace.configuration.tenant ?? "no tenant"
    return domain.split(separator: ".").first.map(String.init) ?? domain
  }

  private func shown(_ name: String) -> String {
    PromptTemplate.elided(
      HostileText.visible(name), to: max(columns / 3, Self.narrowestName))
  }

  private func red(_ text: String) -> String {
    Style.red.applied(to: text, when: usesColor)
  }
}
