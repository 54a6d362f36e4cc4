/// One sign-in of a person to an app, from which tokens are made.
struct SignIn: Sendable {
  let person: Person
  let client: String
  /// When the person proved who they are; a later revocation ends it.
  let at: Instant
  /// Whether a second factor was shown.
  var isStrong = false
  /// How the app proved itself beside the person.
  var proof = ClientProof.none
}

/// How an app proves that it is itself, by the number that tokens give it.
enum ClientProof: String, Sendable {
  case none = "0"
  case secret = "1"
  case certificate = "2"
}
