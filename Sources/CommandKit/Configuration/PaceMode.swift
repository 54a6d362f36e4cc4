import ArgumentParser

/// Whether requests are held back to stay under Graph's published limits.
package enum PaceMode: String, Sendable, Hashable, CaseIterable, ExpressibleByArgument {
  case published, off
}
