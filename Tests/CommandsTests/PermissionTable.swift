import CommandKit
import Foundation

/// Microsoft's own table of requests and the permissions that each accepts.
struct PermissionTable {
  private struct Entry {
    let method: String
    let segments: [Substring]
    let delegated: [String]
    let application: [String]
    /// Those that are the least for it, of either kind.
    let least: [String]
  }

  private let entries: [Entry]
  private let administrators: [String: Bool]

  private static let file = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/reference/graph-permissions.json")
    .standardizedFileURL

  static let exists = FileManager.default.fileExists(atPath: file.path(percentEncoded: false))

  private struct Table: Decodable {
    let rules: [Rule]
    let catalog: [String: Permission]

    struct Rule: Decodable {
      let path: String
      let method: String
      let delegatedWork: [String]?
      let application: [String]?
      let least: Least?
    }

    struct Least: Decodable {
      let d: [String]?
      let a: [String]?
    }

    struct Permission: Decodable {
      let DelegatedWork: Consent?
    }

    struct Consent: Decodable {
      let adminConsent: Bool?
    }
  }

  init() throws {
    let table = try JSONDecoder().decode(Table.self, from: Data(contentsOf: Self.file))
    entries = table.rules.map { rule in
      Entry(
        method: rule.method, segments: rule.path.split(separator: "/"),
        delegated: rule.delegatedWork ?? [], application: rule.application ?? [],
        least: (rule.least?.d ?? []) + (rule.least?.a ?? []))
    }
    administrators = table.catalog.compactMapValues { $0.DelegatedWork?.adminConsent }
  }

  /// Every permission that some request accepts.
  var names: Set<String> { Set(entries.flatMap { $0.delegated + $0.application }) }

  /// What the request of `GET /teams/19…` accepts; `nil` for one that Graph does not have.
  func accepted(by request: String, from kind: IdentityKind) -> [String]? {
    let parts = request.split(separator: " ")
    // What is named along names behind an item, as `ID:/a.txt:`, is one item too.
    let path = parts[1].replacing(#/:/[^:]*:/#, with: "").replacing("/root/", with: "/items/root/")
    var segments = path.split(separator: "/")
    // The table leaves the work on a team out, which is read with what reads the team.
    if segments.count == 4, segments[2] == "operations" { segments.removeLast(2) }
    // Contents, which it hardly knows, are read with what reads the object that they belong to.
    if segments.last == "$value" { segments.removeLast() }
    let fitting = entries.filter { entry in
      entry.method == parts[0] && entry.segments.count == segments.count
        && zip(entry.segments, segments).allSatisfy { $0 == "{id}" || $0 == $1.lowercased() }
    }
    let nearest = fitting.min { left, right in
      left.segments.filter { $0 == "{id}" }.count < right.segments.filter { $0 == "{id}" }.count
    }
    return nearest.map { kind == .person ? $0.delegated : $0.application }
  }

  /// What is accepted by each request that accepts a permission.
  func requests(of permission: String) -> [[String]] {
    entries.flatMap { [$0.delegated, $0.application] }.filter { $0.contains(permission) }
  }

  func needsAdministrator(_ permission: String) -> Bool { administrators[permission] ?? true }
}
