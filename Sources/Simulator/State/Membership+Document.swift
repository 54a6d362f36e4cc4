import GRDB

extension Membership {
  /// A member of a team or of a channel.
  static func document(_ row: Row, id: String, tenantID: String) -> Document {
    [
      "@odata.type": "#microsoft.graph.aadUserConversationMember", "id": .string(id),
      "roles": roles(row), "displayName": .text(row["displayName"]),
      "visibleHistoryStartDateTime": .string(history(row)), "userId": .text(row["person"]),
      "email": .text((row["mail"] as String?) ?? row["upn"]), "tenantId": .string(tenantID),
    ]
  }

  static func teamMember(_ row: Row, tenantID: String) -> Document {
    document(row, id: id(of: row["person"], inTeam: row["place"]), tenantID: tenantID)
  }

  static func threadMember(_ row: Row, tenantID: String) -> Document {
    document(
      row, id: id(of: row["person"], inThread: row["place"], tenantID: tenantID),
      tenantID: tenantID)
  }

  private static func roles(_ row: Row) -> Document {
    let role: String = row["role"]
    return role == Role.member.rawValue ? [] : .strings([role])
  }

  /// Graph prints the first moment of all times for a whole history.
  private static func history(_ row: Row) -> String {
    let milliseconds: Int = row["historyFrom"]
    return milliseconds == 0
      ? "0001-01-01T00:00:00Z" : Instant(milliseconds: milliseconds).text
  }
}
