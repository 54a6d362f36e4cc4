import CommandKit
import Identity
import Output

/// Fills in the prompt's template from what is in memory; asks nobody.
///
///     megan@contoso Contoso IT/General>
struct Prompt: Sendable {
  let workspace: Workspace
  let usesColor: Bool

  /// The longest place that is shown whole; of a longer one the middle is left out.
  private static let widestPlace = 40

  /// The prompt for the next line; prompts are counted from 1.
  func text(number: Int) -> String {
    let settings = workspace.settings
    let identity = workspace.identities[.person] ?? workspace.identities[.app]
    let account = identity?.account.split(separator: "@").map(String.init) ?? []
    let marker = workspace.configuration.profile.marker.map { "[\($0)] " } ?? ""
    let values = [
      "{account}": account.first ?? "nobody",
      "{tenant}": tenant(domain: account.count > 1 ? account.last : nil),
      "{place}": Self.elided(HostileText.visible(workspace.place.path)),
      "{marker}": usesColor && !marker.isEmpty ? "\u{1B}[31m\(marker)\u{1B}[0m" : marker,
      "{number}": String(number),
    ]
    var text = settings.prompt
    if identity == nil { text = text.replacing("{account}@{tenant}", with: "signed out") }
    for (name, value) in values { text = text.replacing(name, with: value) }
    return settings.isPrivate ? "(private) \(text)" : text
  }

  /// The tenant in a word: the first part of its domain.
  private func tenant(domain: String?) -> String {
    let domain = domain ?? workspace.configuration.tenant ?? "no tenant"
    return domain.split(separator: ".").first.map(String.init) ?? domain
  }

  static func elided(_ place: String) -> String {
    guard DisplayWidth.of(place) > widestPlace else { return place }
    return "\(place.prefix(widestPlace / 2 - 1))…\(place.suffix(widestPlace / 2 - 1))"
  }
}
