import Documents

extension Activity.Account {
  /// The mail address, as rosters know it (Bot connector, `TeamsChannelAccount`).
  package var mail: String? { document["email"]?.string }
  package var userPrincipalName: String? { document["userPrincipalName"]?.string }
}
