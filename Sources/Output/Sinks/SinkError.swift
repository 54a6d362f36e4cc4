/// Why text could not be put where it should go.
package struct SinkError: Error, Sendable, Hashable {
  /// What stood in the way.
  package enum Code: Sendable, Hashable, CaseIterable {
    /// The reader of a pipe went away; most often it has seen enough.
    case closedPipe
    /// The disk or the quota is full.
    case noSpace
    /// The folder that should hold the file is not there.
    case noFolder
    /// The path names a folder.
    case isFolder
    /// The file or its folder may not be written by this user, or the disk is read-only.
    case notPermitted
    /// Anything else that the system refused.
    case failed
  }

  package let code: Code
  /// The file, as the user named it; `nil` for the process's own outputs.
  package let path: String?
  /// The system's own words.
  package let reason: String

  package init(code: Code, path: String? = nil, reason: String) {
    self.code = code
    self.path = path
    self.reason = reason
  }
}
