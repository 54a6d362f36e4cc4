import CommandKit

/// The commands of `permissions`, in help order.
enum PermissionsCommands {
  static let noun = Noun(
    "permissions", "What commands need and what the sign-in holds.",
    [
      PermissionsList.self,
      PermissionsShow.self,
      PermissionsCheck.self,
      PermissionsRequest.self,
    ])
}
