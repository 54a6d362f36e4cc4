import Cache
package import CommandKit
import Foundation
package import LineEditing
package import Output
import Records

/// What happens around the first prompt: signing in before it, and what can wait behind it.
package struct Opening: Sendable {
  let workspace: Workspace
  let signals: SignalSource?
  let errors: any Sink

  package init(workspace: Workspace, signals: SignalSource?, errors: any Sink) {
    self.workspace = workspace
    self.signals = signals
    self.errors = errors
  }

  /// Signs in with what is configured: a ready token, an app, or a person with a device code.
  ///
  /// Whatever goes wrong, and Ctrl-C too, leaves a prompt that nobody is signed in at.
  package func signIn() async {
    let configuration = workspace.configuration
    guard configuration.accessToken != nil || configuration.clientID != nil else {
      tellWhatToType()
      return
    }
    let outcome = await Interruption(signals: signals).run { [workspace] in
      let signIn = SignIn(workspace: workspace)
      let kinds = workspace.configuration.identity.map { [$0] } ?? IdentityKind.allCases
      guard try await signIn.prepared(as: kinds) == nil else { return }
      guard kinds.contains(.person) else { throw CommandError(.secretMissing) }
      _ = try await signIn.deviceCode()
    }
    guard case .failed(let error) = outcome else { return }
    FailureReport(errors: errors).show(error)
    tellWhatToType()
  }

  private func tellWhatToType() {
    workspace.tell("Nobody is signed in. Type login, login --browser, or help.")
  }

  /// Says who is signed in and where to begin, unless the rc file has turned that off.
  package func greet() {
    guard errors.isTerminal, workspace.settings.greets,
      let text = Greeting(workspace.identities)?.text
    else { return }
    try? errors.write("\(Style.dim.applied(to: text, when: errors.usesColor))\n")
  }

  /// Does what nobody should wait for: settles the journal, loads names, and reads stale lists anew.
  package func prepare() {
    let journal = workspace.journal
    if let left = try? journal.settleUnfinished(at: workspace.now()), !left.isEmpty {
      workspace.notice(
        "\(left.count) earlier write(s) ended without an answer: look before you repeat them. "
          + "See: journal list --unknown")
    }
    for kind in [.people, .teams, .chats] as [CacheKind] { workspace.load(kind) }
    workspace.fillAfterSignIn()
  }
}
