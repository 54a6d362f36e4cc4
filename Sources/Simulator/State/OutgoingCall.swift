import Foundation
import GRDB

/// Calls that apps began; nobody picks up.
enum OutgoingCall {
  static let schema = """
    CREATE TABLE calls (
      id TEXT PRIMARY KEY, app TEXT NOT NULL, document TEXT NOT NULL) WITHOUT ROWID;
    """

  /// Keeps a call.
  ///
  /// - Returns: Its id.
  static func insert(_ db: Database, _ document: Document, app: String) throws -> String {
    let id = UUID().uuidString.lowercased()
    let whole = document.preceded(by: ["@odata.type": "#microsoft.graph.call", "id": .string(id)])
    try db.execute(
      sql: "INSERT INTO calls VALUES (?, ?, ?)", arguments: [id, app, whole.jsonText])
    return id
  }

  static func document(_ db: Database, _ id: String, of app: String) throws -> Document {
    let text = try String.fetchOne(
      db, sql: "SELECT document FROM calls WHERE id = ? AND app = ?", arguments: [id, app])
    guard let text else { throw GraphFailure.notFound("Call not found.") }
    return try DocumentParser.parse(text)
  }

  /// The call as it begins; refuses one that says too little, or rings whom nobody knows.
  static func begun(_ db: Database, _ request: Document, by caller: Caller) throws -> Document {
    guard let address = request["callbackUri"]?.string, address.hasPrefix("https://") else {
      throw GraphFailure.badRequest("The callbackUri must be an https address.", code: "7501")
    }
    let targets = request["targets"]?.array ?? []
    guard !targets.isEmpty, request["requestedModalities"]?.array?.isEmpty == false,
      request["mediaConfig"]?.fields != nil
    else { throw GraphFailure.badRequest("The call lacks targets, modalities or media.") }
    let needed = targets.count == 1 ? "Calls.Initiate.All" : "Calls.InitiateGroupCall.All"
    guard caller.permissions.contains(needed) else {
      throw GraphFailure.forbidden(
        "Insufficient enterprise tenant permissions, cannot access this API.")
    }
    for target in targets {
      let id = target["identity"]?["user"]?["id"]?.string ?? ""
      guard try Person.find(db, id) != nil else { throw GraphFailure.notFound("User not found.") }
    }
    return [
      "state": "establishing", "direction": "outgoing", "callbackUri": .string(address),
      "callChainId": .string(UUID().uuidString.lowercased()),
      "source": [
        "@odata.type": "#microsoft.graph.participantInfo",
        "identity": [
          "@odata.type": "#microsoft.graph.identitySet",
          "application": [
            "@odata.type": "#microsoft.graph.identity", "id": .string(caller.appID),
          ],
        ],
        "countryCode": nil, "endpointType": nil, "region": nil, "languageId": nil,
      ],
      "targets": .array(targets), "requestedModalities": request["requestedModalities"] ?? [],
      "mediaConfig": request["mediaConfig"] ?? nil,
      "myParticipantId": .string(UUID().uuidString.lowercased()),
      "subject": request["subject"] ?? nil, "mediaState": nil, "resultInfo": nil,
      "chatInfo": nil, "meetingInfo": nil, "tenantId": request["tenantId"] ?? nil,
      "transcription": nil, "toneInfo": nil, "callRoutes": [], "incomingContext": nil,
    ]
  }
}
