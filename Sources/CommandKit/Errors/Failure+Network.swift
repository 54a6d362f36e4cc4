import Identity
import Transport

extension Failure {
  /// The words for a request that brought no answer.
  init(_ error: TransportError) {
    switch error.code {
    case .unsupportedURL:
      self.init(
        "\(error.host) was not asked: only https is used, and http on this machine.", .usage)
    case .nameNotResolved:
      self.init(
        "The name \(error.host) cannot be resolved.", why: error.detail,
        next: "Check the network connection and the address.", .network)
    case .connectFailed:
      self.init("\(error.host) cannot be reached.", why: error.detail, .network)
    case .untrustedCertificate:
      self.init(
        "The certificate of \(error.host) is not trusted.", why: error.detail,
        next: "Where your company inspects traffic, name its CA file in CURL_CA_BUNDLE.", .network)
    case .proxyFailed:
      self.init(
        "The proxy on the way to \(error.host) failed.", why: error.detail,
        next: "Check https_proxy and no_proxy.", .network)
    case .timedOut:
      self.init("\(error.host) did not answer in time.", why: error.detail, .network)
    case .connectionLost:
      self.init("The connection to \(error.host) was lost.", why: error.detail, .network)
    case .outcomeUnknown:
      self.init(
        "The answer of \(error.host) was lost: it may have been carried out, and was not repeated.",
        why: error.detail, next: "Look before you repeat it.", .network)
    case .tooLarge:
      self.init("The answer of \(error.host) is too large.", why: error.detail, .server)
    case .malformedAnswer:
      self.init("The answer of \(error.host) is no HTTP.", why: error.detail, .server)
    case .cancelled:
      self.init("Interrupted.", .interrupted)
    case .unavailable:
      self.init("The network library cannot work here.", why: error.detail, .failed)
    }
  }

  /// The words for a sign-in that failed.
  init(_ error: IdentityError) {
    let said = error.description
    switch error.code {
    case .unknownTenant:
      self.init(
        "Entra ID knows no such tenant.", why: said,
        next: "Check TEAMSH_TENANT: a tenant id, or a domain of the tenant.", .signIn)
    case .invalidClient:
      self.init(
        "Entra ID does not accept this app or its secret.", why: said,
        next: "Check the client id and the secret or certificate; a person's sign-in needs public "
          + "client flows.",
        .signIn)
    case .declined:
      self.init("The sign-in was declined.", why: said, next: "Type: login", .signIn)
    case .authorizationPending, .askedTooOften:
      self.init("Nobody entered the code yet.", why: said, next: "Type: login", .signIn)
    case .expiredCode:
      self.init("The code expired before anyone entered it.", next: "Type: login", .signIn)
    case .browserTimedOut:
      self.init(
        "Nobody finished the sign-in in the browser.", next: "Type: login --browser", .signIn)
    case .foreignAnswer:
      self.init(
        "The answer belongs to another sign-in than the one that was begun.",
        why: "An older page may have been left open, or somebody tried to sign you in as another.",
        next: "Type: login --browser", .signIn)
    case .codeMissing:
      self.init(
        "That holds no code.", why: "The address begins with http://localhost and holds code=.",
        next: "Type: login --browser --paste", .signIn)
    case .listenerFailed:
      self.init(
        "No port of this machine could be opened for the browser.",
        next: "Type: login --browser --paste", .signIn)
    case .keyMissing:
      self.init(
        "The certificate's file holds no private key.",
        next: "Put key and certificate into one PEM file.", .signIn)
    case .keyEncrypted:
      self.init(
        "The private key in the certificate's file is locked by a passphrase.",
        next: "Write it without one: openssl pkey -in FILE -out FILE", .signIn)
    case .keyUnusable:
      self.init(
        "The private key in the certificate's file is no RSA key that can sign.",
        next: "Make one of 2048 bits or more.", .signIn)
    case .certificateMissing:
      self.init(
        "The certificate's file holds no certificate that belongs to its key.",
        next: "Put key and certificate into one PEM file.", .signIn)
    case .consentRequired:
      self.init(
        "Nobody consented to these permissions yet.", why: said,
        next: "Ask an admin to consent, or sign in with fewer scopes.", .signIn)
    case .scopeUnknown:
      self.init(
        "The sign-in service does not know these permissions.", why: said,
        next: "Look at the profile's scopes, or sign in with others: login --scopes", .signIn)
    case .policyRefused:
      self.init(
        "A policy of the tenant does not admit this sign-in.", why: said,
        next: "Ask an admin which Conditional Access policy it was: the sign-in logs name it.",
        .signIn)
    case .interactionRequired, .refreshExpired:
      self.init("A new sign-in is needed.", why: said, next: "Type: login", .signIn)
    case .notSignedIn:
      self.init("Nobody is signed in.", next: "Type: login", .signIn)
    case .readyTokenExpired:
      self.init(
        "The token in TEAMSH_ACCESS_TOKEN has expired.",
        next: "Set a new one, or sign in with: login", .signIn)
    case .readyTokenRefused:
      self.init(
        "Graph refused the token in TEAMSH_ACCESS_TOKEN.",
        next: "Set a new one, or sign in with: login", .signIn)
    case .requestRefused:
      self.init("Entra ID refused the sign-in.", why: said, .signIn)
    case .malformedAnswer:
      self.init("The answer of the sign-in service cannot be read.", why: said, .server)
    case .serverFailed:
      self.init(
        "The sign-in service is out of order.", why: said, next: "Try again in a while.", .server)
    case .transport:
      if let underlying = error.underlying {
        self.init(underlying)
      } else {
        self.init("The sign-in service was not reached.", .network)
      }
    case .cancelled:
      self.init("Interrupted.", .interrupted)
    }
  }
}
