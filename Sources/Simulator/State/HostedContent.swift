import Foundation
import GRDB

/// An image that travels inside a message.
struct HostedContent: Sendable {
  /// By what the body that brings it calls it.
  let temporaryID: String
  let id: String
  let contentType: String
  let bytes: Data

  /// Reads what a client sends beside the body of a message.
  static func all(in request: Document) throws(GraphFailure) -> [HostedContent] {
    var contents: [HostedContent] = []
    for sent in request["hostedContents"]?.array ?? [] {
      guard let temporaryID = sent["@microsoft.graph.temporaryId"]?.string, !temporaryID.isEmpty,
        let contentType = sent["contentType"]?.string,
        let bytes = Data(base64Encoded: sent["contentBytes"]?.string ?? ""), !bytes.isEmpty
      else {
        throw .badRequest(
          "Hosted content needs '@microsoft.graph.temporaryId', 'contentBytes' and 'contentType'.")
      }
      guard !contents.contains(where: { $0.temporaryID == temporaryID }) else {
        throw .badRequest("Duplicate temporary id '\(temporaryID)' of hosted content.")
      }
      let id = Data("id=\(UUID().uuidString.lowercased()),type=1".utf8).base64URLText
      contents.append(
        HostedContent(temporaryID: temporaryID, id: id, contentType: contentType, bytes: bytes))
    }
    return contents
  }

  func insert(_ db: Database, place: String, message: Int) throws {
    try db.execute(
      sql: """
        INSERT INTO hostedContents (place, message, id, contentType, bytes)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [place, message, id, contentType, bytes])
  }

  static func row(_ db: Database, _ id: String, of message: Message) throws -> Row {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM hostedContents WHERE place = ? AND message = ? AND id = ?",
      arguments: [message.place, message.id, id])
    guard let row else { throw GraphFailure.notFound("No hosted content found with id '\(id)'.") }
    return row
  }

  static func listing(of message: Message) -> Listing {
    Listing(
      columns: "id, contentType", tables: "hostedContents",
      condition: "place = ? AND message = ?",
      arguments: [message.place.databaseValue, message.id.databaseValue],
      order: [Listing.Term("seq")])
  }

  /// What Graph prints of it: the bytes are below `$value` only.
  static func document(_ row: Row) -> Document {
    ["id": .text(row["id"]), "contentBytes": nil, "contentType": nil]
  }
}

extension MessageDraft {
  /// The content with the addresses of its images, for the message of this address.
  func content(ofMessageAt address: String) -> String {
    hostedContents.reduce(content) { text, hosted in
      text.replacing(
        "../hostedContents/\(hosted.temporaryID)/$value",
        with: "\(address)/hostedContents/\(hosted.id)/$value")
    }
  }
}
