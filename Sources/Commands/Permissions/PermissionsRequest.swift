package import ArgumentParser
package import CommandKit
import Documents
import Identity

/// Gets a sign-in what it lacks: an administrator's consent page, and a person's widened sign-in.
package struct PermissionsRequest: TeamshCommand {
  package static let configuration = CommandConfiguration(
    commandName: "request", abstract: "Ask for what commands need.",
    discussion: """
      Takes commands, nouns and permissions. For a person at a terminal it signs in anew with these beside \
      those held, and what is granted is kept in the profile for the sign-ins to come, until --forget; \
      where an administrator has to consent, the page for that is printed, which works for everybody \
      afterwards. For an app it says which application permissions to add to its registration, \
      and where an administrator consents to them.
      """)
  package static let effect = Effect.reads
  package static let columns: [Column<Note>] = [
    Column("As", field: "as"),
    Column("Wanted", field: "wanted"),
    Column("Missing", field: "missing"),
    Column("Needs an admin", field: "administrator"),
    Column("Admin page", field: "consent", as: .id),
  ]
  package static let operands = [Operand(\Self.words)]
  package static let examples = [
    Example(
      "See where an admin consents to a command", "permissions request member add --no-login"),
    Example(
      "Name permissions instead", "permissions request ChannelMember.ReadWrite.All --no-login"),
    Example("See what an app needs", "permissions request call ring --as app"),
    Example("Ask for no more than the usual from now on", "permissions request --forget"),
  ]

  @Argument(help: ArgumentHelp("Commands, nouns or permissions.", valueName: "command"))
  var words: [Word] = []

  @Flag(help: "With what only some calls need, as those with --attach.")
  var all = false

  @Flag(help: "Sign in through a browser on this machine.")
  var browser = false

  @Flag(help: "With --browser: print the address, and ask for the one that it leads to.")
  var paste = false

  @Flag(help: "Keep the sign-in in the kernel's keyring, for the next start.")
  var remember = false

  @Flag(help: "Only say what is missing and where it is given.")
  var noLogin = false

  @Flag(help: "Keep these no longer, or nothing at all, for the sign-ins to come.")
  var forget = false

  package init() {}

  package func validate() throws {
    if paste, !browser { throw ValidationError("--paste goes with --browser.") }
    if noLogin || forget, browser || remember {
      throw ValidationError(
        "\(forget ? "--forget" : "--no-login") does not go with --browser and --remember.")
    }
  }

  package func run(in session: Session) async throws -> Reply<Note> {
    let wish = try PermissionWish(words.map(\.text), in: session.workspace.catalog)
    if forget {
      let gone = words.isEmpty ? nil : wish.permissions(of: .person, isWhole: true)
      return try KeptScopes(session).forget(gone)
    }
    guard !words.isEmpty else {
      throw CommandError(
        .usage(command: session.call.command, message: "Name a command or a permission."))
    }
    do {
      // What needs nobody is taken up first: it may hold already what is asked for.
      _ = try await session.identities()
    } catch let error as CommandError where error.code == .notSignedIn {}
    let kind = kind(of: wish, in: session)
    let held = session.workspace.identities[kind]
    let wanted = wish.permissions(of: kind, isWhole: all)
    guard !wanted.isEmpty else {
      throw CommandError(
        .unsupported(
          kind == .app
            ? "An app cannot run that, with whatever permission."
            : "A person cannot run that, with whatever permission: add --as app."))
    }
    let missing = PermissionName.missing(wanted, from: held?.granted ?? [])
    let restricted = kind == .app ? missing : missing.filter(PermissionName.needsAdministrator)
    let page = try SignIn(workspace: session.workspace)
      .adminConsentAddress(kind == .app ? nil : missing.isEmpty ? wanted : missing)
    let note = Note([
      "as": .string(kind.rawValue), "wanted": Self.list(wanted), "missing": Self.list(missing),
      "administrator": Self.list(restricted), "consent": .string(page),
    ])
    if missing.isEmpty, held != nil {
      return .done(
        "This sign-in shows all that is needed: \(wanted.joined(separator: ", ")).", note)
    }
    if kind == .app {
      return .done(
        """
        Add these application permissions of Microsoft Graph to the app's registration: \
        \(missing.joined(separator: ", ")). Then an administrator consents at: \(page) \
        Then type: login --app
        """, note)
    }
    guard session.call.io.isInteractive, !noLogin else { return .one(note) }
    if !restricted.isEmpty {
      session.tell(
        "Only an administrator can consent to \(restricted.joined(separator: ", ")); for everybody at:\n"
          + page)
    }
    return try await widened(missing, beside: held, session, note)
  }

  /// As whom: as asked, else as whoever is signed in and can do it.
  private func kind(of wish: PermissionWish, in session: Session) -> IdentityKind {
    if let asked = session.call.identity ?? session.workspace.configuration.identity {
      return asked
    }
    let kinds = IdentityKind.allCases.filter { !wish.permissions(of: $0, isWhole: all).isEmpty }
    return kinds.first { session.workspace.identities[$0] != nil } ?? kinds.first ?? .person
  }

  /// Signs the person in anew, with what was held and what is asked for.
  private func widened(
    _ missing: [String], beside held: SignedIn?, _ session: Session, _ note: Note
  ) async throws -> Reply<Note> {
    let signIn = SignIn(workspace: session.workspace)
    let wishes = SignIn.Wishes(
      scopes: Permissions.unique((held?.granted ?? signIn.allScopes) + missing),
      account: held?.account, isRemembered: remember || held?.isRemembered == true)
    let identity =
      browser
      ? try await paste ? signIn.pasted(wishes) : signIn.browser(wishes)
      : try await signIn.deviceCode(wishes)
    let still = PermissionName.missing(missing, from: identity.granted)
    KeptScopes(session).keep(missing.filter { !still.contains($0) })
    let outcome =
      still.isEmpty
      ? "now with \(missing.joined(separator: ", "))"
      : "still without \(still.joined(separator: ", "))"
    return .done("Signed in as \(identity.account), \(outcome).", note)
  }

  private static func list(_ names: [String]) -> JSON { .array(names.map { .string($0) }) }
}
