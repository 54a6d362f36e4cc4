/// What a request can ask of Graph beside the thing itself, as headers.
package enum Preference {
  /// Asks for the names of enumeration members that are younger than the API's version; without it
  /// Graph writes `unknownFutureValue`, for a shared channel as for a system message.
  package static let newMembers = ["Prefer": "include-unknown-enum-members"]
}
