/// A permission's name, taken apart: `TeamMember.ReadWrite.All` is resource, operation and constraint.
package struct PermissionName: Sendable, Hashable {
  let resource: Substring
  let operation: Substring
  let constraint: Substring?

  package init?(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 2)
    guard parts.count >= 2 else { return nil }
    resource = parts[0]
    operation = parts[1]
    constraint = parts.count > 2 ? parts[2] : nil
  }

  /// Whether holding this permission covers another one, as far as the names tell.
  ///
  /// Writing covers reading, reading covers basic reading, `.All` covers one's own.
  package func covers(_ other: PermissionName) -> Bool {
    guard resource == other.resource else { return false }
    guard constraint == other.constraint || constraint == "All" else { return false }
    if operation == other.operation { return true }
    let order = ["ReadBasic", "Read", "ReadWrite"]
    guard let mine = order.firstIndex(of: String(operation)),
      let theirs = order.firstIndex(of: String(other.operation))
    else { return false }
    // Whoever may set their presence may not read it: the one name that says more than Graph gives.
    return mine > theirs && (resource != "Presence" || constraint == "All")
  }

  /// The needed names that none of the held ones covers.
  ///
  /// Microsoft publishes no order of permissions: what is left is *probably* missing.
  package static func missing(_ needed: [String], from held: [String]) -> [String] {
    let open = needed.filter { !held.contains($0) }
    guard !open.isEmpty else { return [] }
    let names = covered(by: held).compactMap(PermissionName.init)
    return open.filter { name in
      guard let wanted = PermissionName(name) else { return !held.isEmpty }
      return !names.contains { $0.covers(wanted) }
    }
  }

  /// What some permissions give with all that follows from it, in however many steps.
  static func covered(by held: [String]) -> Set<String> {
    var covered = Set(held)
    var rest = implied
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      let names = covered.compactMap(PermissionName.init)
      for (stronger, weaker) in rest {
        guard let key = PermissionName(stronger), names.contains(where: { $0.covers(key) }) else {
          continue
        }
        covered.formUnion(weaker)
        rest[stronger] = nil
        isGrowing = true
      }
    }
    return covered
  }
}
