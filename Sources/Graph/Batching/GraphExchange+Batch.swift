import Documents
import HTTPTypes
import Identity
import Transport

extension GraphExchange {
  /// Sends one pack, and settles each of its calls.
  func send(_ pack: [Int], of run: inout BatchRun) async throws {
    let calls = pack.map { run.calls[$0].call }
    let items = pack.map { run.calls[$0].item($0, among: pack) }
    let outer = GraphCall(
      carrying: calls, body: (["requests": .array(items)] as JSON).bytes, root: root)
    let since: @Sendable () -> Duration
    let answers: [Int: TransportResponse]
    do {
      let answer = try await send(outer)
      since = clock.stopwatch()
      answers = try Self.answers(in: answer, to: outer)
    } catch let error where Self.isCancellation(error) {
      throw error
    } catch {
      for number in pack { run.settle(number, .failure(failure(error, of: run.calls[number]))) }
      return
    }
    for number in pack {
      let outcome = try await conclude(number, answers[number], of: run, since: since)
      run.settle(number, outcome)
    }
  }

  private static func answers(
    in answer: TransportResponse, to outer: GraphCall
  ) throws(GraphError) -> [Int: TransportResponse] {
    guard let items = try outer.document(of: answer)["responses"]?.array else {
      throw outer.error(.malformedAnswer, answer)
    }
    return items.reduce(into: [:]) { answers, item in
      guard let number = item["id"]?.string.flatMap({ Int($0) }) else { return }
      answers[number] = BatchCall.answer(item)
    }
  }

  /// What one call came to: its item's answer, or what it brings alone where it may be sent again.
  private func conclude(
    _ number: Int, _ item: TransportResponse?, of run: BatchRun,
    since: @Sendable () -> Duration
  ) async throws -> BatchRun.Outcome {
    let member = run.calls[number]
    guard let item else { return .failure(member.call.error(.malformedAnswer)) }
    if item.head.status.code == 424, !member.after.isEmpty {
      // What it waited for was refused for a while and has succeeded since, or has failed for good.
      let haveAllSucceeded = member.after.allSatisfy { number in
        if case .success = run.outcome(of: number) { true } else { false }
      }
      return haveAllSucceeded ? try await alone(member.call) : refusal(item, of: member.call)
    }
    var attempt = RetryAttempt(method: member.call.method)
    attempt.outcome = .answer(
      status: item.head.status.code, retryAfter: RetryAfter.duration(in: item.head.headerFields))
    attempt.jitter = jitter()
    switch retry.decision(after: attempt) {
    case .accept, .alreadyDone:
      return item.head.status.kind == .successful ? .success(item) : refusal(item, of: member.call)
    case .replaceToken:
      return try await alone(member.call)
    case .wait(let duration):
      attempt.mayHaveHappened = attempt.leavesDoubt
      attempt.number += 1
      yieldPace(to: attempt, of: member.call)
      meter?.hold(for: duration)
      try await clock.sleep(for: max(.zero, duration - since()))
      return try await alone(member.call, after: attempt)
    }
  }

  private func alone(
    _ call: GraphCall, after attempt: RetryAttempt? = nil
  ) async throws -> BatchRun.Outcome {
    do {
      return .success(try await send(call, after: attempt))
    } catch let error where Self.isCancellation(error) {
      throw error
    } catch {
      return .failure(error)
    }
  }

  /// Whether the whole batch ends, and not one of its calls alone.
  private static func isCancellation(_ error: any Error) -> Bool {
    error is CancellationError || (error as? TransportError)?.code == .cancelled
  }

  private func refusal(_ item: TransportResponse, of call: GraphCall) -> BatchRun.Outcome {
    .failure(GraphError(answer: item, method: call.method, template: call.template))
  }

  /// What the failure of a round trip means for one of the calls that it carried.
  private func failure(_ error: any Error, of member: BatchCall) -> any Error {
    guard let error = error as? GraphError else { return error }
    guard error.mayHaveHappened, member.call.writes else {
      return error.underlying ?? error as any Error
    }
    return GraphError(
      code: .outcomeUnknown, method: member.call.method, template: member.call.template,
      underlying: error.underlying)
  }
}
