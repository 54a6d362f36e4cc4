/// Paths that Graph's own description has, and that Graph does not offer: each with its own refusal.
enum UnofferedPaths {
  private static let unsupported = [
    "chats/getallmessages", "teamstemplates", "appcatalogs",
    "communications/onlinemeetings/getallrecordings",
    "communications/onlinemeetings/getalltranscripts", "teamwork/deletedteams/getallmessages",
  ]

  private static let silent = ["teams/getallmessages", "admin/serviceannouncement"]

  /// Those behind which there are only further paths.
  private static let navigation = [
    "admin/teams", "admin/teams/policy", "admin/teams/telephonenumbermanagement",
  ]

  static func failure(_ path: RequestPath) -> GraphFailure? {
    let name = path.segments.map(\.name).joined(separator: "/")
    if unsupported.contains(name) {
      return .notFound("Requested API is not supported. Please check the path.")
    }
    if silent.contains(name) { return .notFound("", code: "UnknownError") }
    if navigation.contains(name) {
      return .badRequest(
        "This API is not supported for AAD accounts (no addressUrl for "
          + "Microsoft.IC3.TeamsAdminGate).")
    }
    return nil
  }
}
