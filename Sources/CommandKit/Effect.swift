/// What a command does to the tenant: what asking, `--dry-run` and `--read-only` go by.
package enum Effect: String, Sendable, CaseIterable {
  /// Looks only; of the tenant, of the cache, or of this shell.
  case reads
  /// Adds or alters, in a way that another command can put right.
  case changes
  /// Takes something away; asks before it does.
  case removes

  /// Whether `--read-only` lets it through.
  package var isRead: Bool { self == .reads }
}
