package import Identity

import Documents
import Foundation

/// Tokens whose claims can be read, for tests that show them to nobody who checks.
package enum TestToken {
  package static let adminID = "11111111-1111-4111-8111-111111111111"

  /// The token of a person with these scopes.
  package static func person(
    _ scopes: [String], account: String = "megan@contoso.com"
  ) -> Secret {
    secret([
      "tid": "contoso-id", "oid": .string(adminID), "upn": .string(account),
      "name": "Megan Bowen", "scp": .string(scopes.joined(separator: " ")), "idtyp": "user",
    ])
  }

  /// The token of an app with these roles.
  package static func app(_ roles: [String]) -> Secret {
    secret([
      "tid": "contoso-id", "oid": "app-object", "appid": "app-id", "idtyp": "app",
      "roles": .array(roles.map { .string($0) }),
    ])
  }

  private static func secret(_ claims: JSON) -> Secret {
    let payload = Data(claims.bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    return Secret("e30.\(payload).c2lnbmF0dXJl")
  }
}
