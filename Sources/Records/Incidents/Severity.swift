/// How severe an incident is, by the words of the platform that the integration belongs to.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case unknown = "Unknown"
  case informational = "Informational"
  case low = "Low"
  case medium = "Medium"
  case high = "High"
  case critical = "Critical"

  /// A word in any case, or a number of the platform's scale; `nil` for what is neither.
  package init?(word: String) {
    let numbers: [(String, Severity)] = [
      ("0", .unknown), ("0.5", .informational), ("1", .low), ("2", .medium), ("3", .high),
      ("4", .critical),
    ]
    let folded = word.lowercased()
    let found =
      Self.allCases.first { $0.rawValue.lowercased() == folded }
      ?? numbers.first { $0.0 == folded }?.1
    guard let found else { return nil }
    self = found
  }

  package static func < (one: Severity, other: Severity) -> Bool {
    (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
  }
}
