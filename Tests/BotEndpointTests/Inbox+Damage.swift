import Foundation
import GRDB

@testable import Records

extension Inbox {
  /// Takes the table of activities away, as a disk does that fails.
  func dropActivities() throws {
    try write { try $0.execute(sql: "DROP TABLE activity") }
  }
}
