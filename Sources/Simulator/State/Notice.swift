import GRDB

/// A change of a message that a subscriber is still to be told of.
///
/// The database notes them itself, whoever changes a message; see ``Courier`` for how they travel.
struct Notice: Sendable {
  let number: Int
  let place: String
  /// The team of a channel; a chat has none.
  let team: String?
  let message: Int
  let parent: Int
  let change: String
  let attempts: Int

  static let schema = """
    CREATE TABLE notices (
      seq INTEGER PRIMARY KEY, subscription TEXT NOT NULL, place TEXT NOT NULL, team TEXT,
      message INTEGER NOT NULL, parent INTEGER NOT NULL, change TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX notices_by_subscription ON notices (subscription, seq);
    """

  /// Begins to note changes; called when the company stands, which is not a change of it.
  static func watch(_ db: Database) throws { try db.execute(sql: triggers) }

  private static let triggers = """
    CREATE TRIGGER IF NOT EXISTS messages_note_insert AFTER INSERT ON messages
      WHEN EXISTS (SELECT 1 FROM subscriptions) BEGIN \(noting("'created'")) END;
    CREATE TRIGGER IF NOT EXISTS messages_note_update AFTER UPDATE OF modifiedAt ON messages
      WHEN NEW.modifiedAt <> OLD.modifiedAt AND EXISTS (SELECT 1 FROM subscriptions) BEGIN
      \(noting(changeOfUpdate)) END;
    """

  private static let changeOfUpdate = """
    CASE WHEN OLD.deletedAt IS NULL AND NEW.deletedAt IS NOT NULL
    THEN 'deleted' ELSE 'updated' END
    """

  private static func noting(_ change: String) -> String {
    """
    INSERT INTO notices (subscription, place, team, message, parent, change)
      SELECT subscriptions.id, NEW.place, channels.team, NEW.id, NEW.parent, \(change)
      FROM subscriptions LEFT JOIN channels ON channels.id = NEW.place
      WHERE expiresAt > clock() AND instr(changeTypes, \(change)) > 0 AND (
        scope = NEW.place
        OR channels.id IS NOT NULL AND (scope = 'channels' OR scope = 'team ' || channels.team)
        OR channels.id IS NULL AND (
          scope = 'chats' OR scope LIKE 'person %' AND EXISTS (
            SELECT 1 FROM members WHERE place = NEW.place AND person = substr(scope, 8))));
    """
  }

  init(_ row: Row) {
    number = row["seq"]
    place = row["place"]
    team = row["team"]
    message = row["message"]
    parent = row["parent"]
    change = row["change"]
    attempts = row["attempts"]
  }

  /// The message as notifications name it.
  var resource: String {
    guard let team else { return "chats('\(place)')/messages('\(message)')" }
    let root = "teams('\(team)')/channels('\(place)')/messages"
    return parent == 0 ? "\(root)('\(message)')" : "\(root)('\(parent)')/replies('\(message)')"
  }

  func document(_ subscription: Subscription, tenantID: String) -> Document {
    var fields = subscription.envelope(tenantID: tenantID)
    fields["changeType"] = .string(change)
    fields["resource"] = .string(resource)
    fields["resourceData"] = [
      "id": .string(String(message)), "@odata.type": "#Microsoft.Graph.chatMessage",
      "@odata.id": .string(resource),
    ]
    return .object(fields)
  }
}

extension Subscription {
  /// What every notification says.
  fileprivate func envelope(tenantID: String) -> Document.Fields {
    [
      "subscriptionId": .string(id), "clientState": .text(clientState),
      "tenantId": .string(tenantID), "subscriptionExpirationDateTime": .string(expiresAt.text),
    ]
  }

  /// Says that changes were lost on the way.
  func missed(tenantID: String) -> Document {
    var fields = envelope(tenantID: tenantID)
    fields["lifecycleEvent"] = "missed"
    return .object(fields)
  }
}
