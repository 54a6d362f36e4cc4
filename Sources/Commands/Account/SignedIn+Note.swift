import CommandKit
import Documents
import Identity

extension SignedIn {
  /// What is shown of an identity.
  static let columns: [Column<Note>] = [
    Column("AS", field: "kind"),
    Column("ACCOUNT", field: "account", as: .id),
    Column("NAME", field: "name"),
    Column("TENANT", field: "tenant"),
    Column("REMEMBERED", field: "remembered"),
    Column("PERMISSIONS", field: "permissions"),
  ]

  /// The identity as a row.
  var note: Note {
    Note(
      [
        "kind": .string(kind.rawValue), "account": .string(account),
        "name": .optional(claims.name), "tenant": .optional(claims.tenantID),
        "id": .optional(claims.objectID),
        "held": true, "remembered": .bool(isRemembered),
        "permissions": .array(granted.map { .string($0) }),
      ], reference: claims.objectID ?? account)
  }
}
