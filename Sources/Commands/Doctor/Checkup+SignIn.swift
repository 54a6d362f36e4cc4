import Cache
import CommandKit
import Foundation
import Identity

extension Checkup {
  /// Who is signed in, for how long, and how much of teamsh that is enough for.
  static func signIns(_ session: Session) async -> [Finding] {
    do {
      let identities = try await session.identities()
      var findings: [Finding] = []
      // A bot is looked at by itself.
      for kind in IdentityKind.allCases where kind != .bot {
        guard let identity = identities[kind] else { continue }
        do throws(IdentityError) {
          let token = try await identity.tokens.accessToken()
          findings.append(
            TokenReading(identity, expiresAt: token.expiresAt, now: session.workspace.now()).finding
          )
        } catch {
          findings.append(.failure(kind.rawValue, error, cure: "Type: login"))
        }
      }
      let reviews = PermissionReview.all(
        of: session.workspace.catalog.entries, by: identities, as: session.call.identity)
      return findings + [permissions(reviews)]
    } catch let error as CommandError where error.code == .notSignedIn {
      return [.warning("sign-in", "Nobody is signed in.", cure: "Type: login")]
    } catch {
      return [.failure("sign-in", error, cure: "Type: login")]
    }
  }

  /// How many commands are covered; that some are not is what one asks for, and no fault.
  static func permissions(_ reviews: [PermissionReview]) -> Finding {
    let covered = reviews.count(where: \.isCovered)
    let found = "The tokens show enough for \(covered) of \(reviews.count) commands."
    return covered == reviews.count
      ? .ok("permissions", found)
      : .warning("permissions", found, cure: "See: permissions check")
  }

  /// The file of what is remembered of the tenant.
  static func cache(_ session: Session) -> [Finding] {
    guard let cache = session.cache else {
      return [.ok("cache", "There is none: it is made for whoever signs in.")]
    }
    guard let path = cache.path else {
      return [
        .warning(
          "cache", "It is in memory only.",
          cure: "Check the rights of \(session.workspace.configuration.files.cache).")
      ]
    }
    do {
      guard try cache.isSound() else {
        return [.failure("cache", "\(path) is damaged.", cure: "Type: cache clear")]
      }
      let size = FileFact(path)?.size ?? 0
      let age = try cache.newestReading().map {
        ", read \(DurationText.text(seconds: session.workspace.now().timeIntervalSince($0))) ago"
      }
      return [.ok("cache", "\(path), \(ByteText.text(size))\(age ?? ", with no list yet").")]
    } catch {
      return [.failure("cache", error, cure: "Type: cache clear")]
    }
  }

  /// Whether sign-ins can be remembered.
  static func keyring(_ session: Session) async -> [Finding] {
    switch SignIn(workspace: session.workspace).keyring {
    case nil: [.ok("keyring", "It was not asked: no tenant or client id is set.")]
    case .success(0): [.ok("keyring", "It answers, and remembers nobody for this tenant.")]
    case .success(let count):
      [
        .ok(
          "keyring",
          "It answers, and remembers \(count == 1 ? "one sign-in" : "\(count) sign-ins").")
      ]
    case .failure(let error):
      [
        .warning(
          "keyring", "The keyring refuses: \(error.reason).",
          cure: "Sign-ins are kept in memory only; login --remember needs it.")
      ]
    }
  }
}

/// How long an identity's token is good for.
struct TokenReading: Sendable {
  private let kind: IdentityKind
  private let account: String
  private let isReadable: Bool
  private let secondsLeft: Double

  init(_ identity: SignedIn, expiresAt: Date, now: Date) {
    kind = identity.kind
    account = identity.account
    isReadable = identity.claims.isReadable
    secondsLeft = expiresAt.timeIntervalSince(now)
  }

  init(kind: IdentityKind, account: String, isReadable: Bool = true, secondsLeft: Double) {
    self.kind = kind
    self.account = account
    self.isReadable = isReadable
    self.secondsLeft = secondsLeft
  }

  var finding: Finding {
    let check = kind.rawValue
    guard secondsLeft > 0 else {
      return .failure(check, "The token of \(account) has expired.", cure: "Type: login")
    }
    // What says nothing of an end ends in the distant future.
    let time =
      secondsLeft > 1_000_000_000
      ? "as long as Graph takes it" : DurationText.text(seconds: secondsLeft)
    guard isReadable else {
      return .warning(
        check, "The token of \(account) cannot be read; it is good for \(time).",
        cure: "What it permits shows only when Graph refuses.")
    }
    return .ok(check, "\(account), with a token that is good for \(time).")
  }
}
