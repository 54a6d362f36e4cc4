import GRDB

/// Why a file of records cannot be read or written.
package struct RecordsError: Error, Sendable, Hashable {
  /// What went wrong, as far as it decides what to do next.
  package enum Code: Sendable, Hashable, CaseIterable {
    /// The folder or file may not be made or written.
    case unwritable
    /// The file is no database any more.
    case damaged
    /// A newer version of this program wrote it, in tables that this one does not know.
    case newer
    /// The disk is full.
    case noSpace
    /// Another process kept the file locked for too long.
    case busy
    case failed
  }

  package let code: Code
  /// The database file.
  package let path: String
  /// The system's own words, to be shown and never decided on.
  package let reason: String

  package init(code: Code, path: String, reason: String = "") {
    self.code = code
    self.path = path
    self.reason = reason
  }

  init(_ error: any Error, path: String) {
    switch error {
    case let error as RecordsError:
      self = error
    case let error as DatabaseError:
      self.init(code: Code(error.resultCode), path: path, reason: error.message ?? "")
    default:
      self.init(code: .failed, path: path, reason: SystemReason.of(error))
    }
  }
}

extension RecordsError.Code {
  fileprivate init(_ code: ResultCode) {
    switch code {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .unwritable
    case .SQLITE_FULL: self = .noSpace
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    default: self = .failed
    }
  }
}
