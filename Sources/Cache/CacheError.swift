import Foundation
import GRDB

/// Why the cache cannot be read or written.
package struct CacheError: Error, Sendable, Hashable {
  /// What went wrong, as far as it decides what to do next.
  package enum Code: Sendable, Hashable, CaseIterable {
    /// The folder or file may not be made or written.
    case unwritable
    /// The file is no database any more; it was moved aside, and the next opening makes a fresh one.
    case damaged
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
  package let detail: String

  package init(code: Code, path: String, detail: String = "") {
    self.code = code
    self.path = path
    self.detail = detail
  }

  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self.init(code: .failed, path: path, detail: "\(error)")
      return
    }
    self.init(code: Code(error.resultCode), path: path, detail: error.message ?? "")
  }
}

extension CacheError.Code {
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
