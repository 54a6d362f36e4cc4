internal import Documents

/// What every token is asked to say: that this client answers challenges, and what a challenge wants.
enum RequestedClaims {
  /// The value of the field `claims`.
  ///
  /// A client that names the capability `cp1` gets tokens that live for a day and are revoked by a challenge. A
  /// challenge that is no JSON is left out: the service will send it again.
  static func text(meeting challenge: String?) -> String {
    var claims = challenge.flatMap { try? JSON(parsing: $0).object } ?? JSONObject()
    var wanted = claims["access_token"]?.object ?? JSONObject()
    let capabilities = wanted["xms_cc"]?["values"]?.array ?? []
    wanted["xms_cc"] = [
      "values": .array(capabilities.contains("cp1") ? capabilities : capabilities + ["cp1"])
    ]
    claims["access_token"] = .object(wanted)
    return JSON.object(claims).text()
  }
}
