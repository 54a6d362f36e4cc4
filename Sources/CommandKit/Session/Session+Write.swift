import Documents
import Foundation
package import Graph
import HTTPTypes
import Identity
import Records
import Transport

extension Session {
  /// Sends one write, with its intent and its outcome in the journal; or, in a dry run, shows it only.
  ///
  /// A dry run answers with a document whose id is `{new id}`, so that a command which needs the id for
  /// its next request can go on. The targets are what the journal says it was about.
  package func write<Response>(
    _ request: GraphRequest<Response>, to targets: Named...
  ) async throws -> Response {
    try await write(request, to: targets)
  }

  /// Sends one write that is about any number of things.
  package func write<Response>(
    _ request: GraphRequest<Response>, to targets: [Named]
  ) async throws -> Response {
    try await writeAnswered(request, to: targets).value
  }

  /// Sends one write, and gives all of its answer, as where work that goes on is found.
  package func writeAnswered<Response>(
    _ request: GraphRequest<Response>, to targets: [Named]
  ) async throws -> GraphAnswer<Response> {
    let identity = try await identity()
    if call.isDryRun {
      call.plan(
        PlannedRequest(
          method: request.method.rawValue, target: Self.shown(request.target), body: request.body,
          identity: identity.kind))
      return GraphAnswer(
        value: Response(document: ["id": .string(Named.newID)]), status: 0, requestID: nil,
        location: nil)
    }
    let graph = try await graph
    return try await recorded(request.method.rawValue, request.path.template, targets) {
      let answer = try await graph.send(request)
      return (answer, DeedOutcome(.done, status: answer.status, requestID: answer.requestID))
    }
  }

  /// A target as a dry run shows it: ids that are not known yet are not encoded.
  private static func shown(_ target: String) -> String {
    let sent: GraphPath = "\(Named.newID)"
    return target.replacing(sent.text, with: Named.newID)
  }

  /// Does one thing that changes the tenant, with its intent in the journal before and its outcome after.
  func recorded<Value>(
    _ method: String, _ template: String, _ targets: [Named],
    _ body: () async throws -> (Value, DeedOutcome)
  ) async throws -> Value {
    let identity = try await identity()
    let deed = Deed(
      identity: identity.kind.rawValue, account: identity.account, command: call.command,
      method: method, template: template,
      targets: targets.map { Deed.Target(id: $0.id, name: $0.name) })
    let key = try workspace.journal.intend(deed, at: workspace.now())
    call.countWrite()
    defer { call.answers.forget(after: template) }
    do {
      let (value, outcome) = try await body()
      conclude(key, outcome)
      return value
    } catch {
      let outcome = DeedOutcome(error)
      conclude(key, outcome)
      if Task.isCancelled { tellInterrupted(outcome, error) }
      throw error
    }
  }

  /// Says what an interruption leaves behind; a write that was answered all the same speaks for itself.
  private func tellInterrupted(_ outcome: DeedOutcome, _ error: any Error) {
    if outcome.result == .unknown {
      tell("The interrupted write may have been carried out: look before you repeat it.")
    } else if (error as? TransportError)?.code == .cancelled {
      tell("The interrupted write was not carried out.")
    }
  }

  /// Records an outcome; a journal that fails now is said, since the write itself is done.
  private func conclude(_ key: String, _ outcome: DeedOutcome) {
    do {
      try workspace.journal.conclude(key, outcome, at: workspace.now())
    } catch {
      tell(Failure(error).text)
    }
  }
}

extension DeedOutcome {
  /// What an error says about whether the write happened.
  package init(_ error: any Error) {
    switch error {
    case let error as GraphError:
      self.init(
        error.mayHaveHappened ? .unknown : .refused,
        status: error.status == 0 ? nil : error.status,
        requestID: error.requestID)
    case let error as TransportError:
      self.init(error.mayHaveArrived ? .unknown : .refused)
    case is IdentityError, is CommandError:
      self.init(.refused)
    default:
      self.init(.unknown)
    }
  }
}
