import Crypto
import Foundation
import GRDB

/// How the connector names people: by ids that hold for one bot only.
struct ChannelAccount: Sendable {
  let bot: BotRegistration

  /// The person as a member of conversations.
  func id(of person: String) -> String { "29:1" + veiled(person, as: "account") }

  /// The conversation of the bot with the person alone.
  func conversation(with person: String) -> String { "a:1" + veiled(person, as: "conversation") }

  /// The object id behind an account's id; nil when it is not one of this bot's.
  func person(account id: String) -> String? { unveiled(id, prefix: "29:1", as: "account") }

  func person(conversation id: String) -> String? {
    unveiled(id, prefix: "a:1", as: "conversation")
  }

  private func veiled(_ person: String, as purpose: String) -> String {
    Data(zip(Self.bytes(of: person), mask(purpose)).map { $0 ^ $1 }).base64URLText
  }

  private func unveiled(_ id: String, prefix: String, as purpose: String) -> String? {
    guard id.hasPrefix(prefix), let data = Data(base64URLText: id.dropFirst(prefix.count)),
      data.count == 16
    else { return nil }
    let digits = zip(data, mask(purpose)).map { byte, mask in
      String(0x100 | Int(byte ^ mask), radix: 16).dropFirst()
    }.joined()
    var rest = digits[...]
    return [8, 4, 4, 4, 12].map { count in
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }.joined(separator: "-")
  }

  private func mask(_ purpose: String) -> [UInt8] {
    Array(SHA256.hash(data: Data("\(purpose) \(bot.id) \(bot.secret)".utf8)).prefix(16))
  }

  private static func bytes(of guid: String) -> [UInt8] {
    var digits = guid.filter(\.isHexDigit)[...]
    var bytes: [UInt8] = []
    while bytes.count < 16 {
      bytes.append(UInt8(digits.prefix(2), radix: 16) ?? 0)
      digits = digits.dropFirst(2)
    }
    return bytes
  }
}

extension ChannelAccount {
  /// The person of an account id, an object id, or an address.
  func find(_ db: Database, _ key: String) throws -> Row? {
    if key.hasPrefix("29:") {
      return try person(account: key).flatMap { try Person.row(db, $0) }
    }
    return try Person.row(db, key)
  }

  /// The member of a roster that the row of a person describes.
  func member(_ row: Row, tenantID: String) -> Document {
    let person: String = row["id"]
    let mail: String? = row["mail"]
    let upn: String = row["upn"]
    var fields: Document.Fields = [
      "id": .string(id(of: person)), "name": .text(row["displayName"]),
      "objectId": .string(person), "aadObjectId": .string(person),
    ]
    if let given = row["givenName"] as String? { fields["givenName"] = .string(given) }
    if let surname = row["surname"] as String? { fields["surname"] = .string(surname) }
    fields["email"] = .string(mail ?? upn)
    fields["userPrincipalName"] = .string(upn)
    fields["tenantId"] = .string(tenantID)
    fields["userRole"] = "user"
    return .object(fields)
  }

  /// The person as the sender of an activity.
  func sender(_ person: Person) -> Document {
    [
      "id": .string(id(of: person.id)), "name": .string(person.displayName),
      "aadObjectId": .string(person.id),
    ]
  }
}
