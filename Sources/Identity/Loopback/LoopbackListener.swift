internal import Dispatch
internal import Glibc

/// A port of this machine that waits for the one request by which a browser brings a sign-in's answer.
///
/// It is open from its making on, so that a browser which is faster than the wait finds it.
package final class LoopbackListener: Sendable {
  /// Where to send the browser.
  ///
  /// Entra ID lets an app registered with `http://localhost` choose any port.
  package let redirect: String
  private let door: Int32
  private let bell: (reading: Int32, ringing: Int32)

  package init() throws(IdentityError) {
    guard let opened = LoopbackSocket.listen() else { throw IdentityError(code: .listenerFailed) }
    guard let bell = LoopbackSocket.pipe() else {
      close(opened.descriptor)
      throw IdentityError(code: .listenerFailed)
    }
    door = opened.descriptor
    self.bell = bell
    redirect = "http://localhost:\(opened.port)"
  }

  deinit {
    close(door)
    close(bell.reading)
    close(bell.ringing)
  }

  /// Waits for the answer, reads it, and shows the person a page that says how it went.
  ///
  /// Exactly one request is answered; those without an answer of the login service in them, such as a
  /// browser's own for an icon, are hung up on.
  ///
  /// - Parameters:
  ///   - request: The sign-in that was begun.
  ///   - limit: How long the person has.
  ///   - clock: What measures that.
  /// - Returns: The code.
  /// - Throws: ``IdentityError`` for a refusal, for an answer to another sign-in, and for none in time.
  package func code(
    of request: AuthorizationRequest, within limit: Duration,
    clock: any Clock<Duration> = ContinuousClock()
  ) async throws(IdentityError) -> Secret {
    let outcome = await withTaskGroup(of: Result<Secret, IdentityError>.self) { group in
      group.addTask { await self.wait(for: request) }
      group.addTask {
        do {
          try await clock.sleep(for: limit)
          return .failure(IdentityError(code: .browserTimedOut))
        } catch {
          return .failure(IdentityError(code: .cancelled))
        }
      }
      defer { group.cancelAll() }
      return await group.next() ?? .failure(IdentityError(code: .cancelled))
    }
    return try outcome.get()
  }

  private func wait(for request: AuthorizationRequest) async -> Result<Secret, IdentityError> {
    await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        // Waiting on descriptors blocks, which a thread of the cooperative pool must never do.
        DispatchQueue.global().async {
          waiter.resume(returning: self.serve(request))
        }
      }
    } onCancel: {
      LoopbackSocket.ring(bell.ringing)
    }
  }

  private func serve(_ request: AuthorizationRequest) -> Result<Secret, IdentityError> {
    var visitors: [LoopbackVisitor] = []
    defer { for visitor in visitors { visitor.hangUp() } }
    while true {
      let ready = LoopbackSocket.ready([bell.reading, door] + visitors.map(\.descriptor))
      guard !ready.contains(bell.reading) else {
        return .failure(IdentityError(code: .cancelled))
      }
      for index in visitors.indices.reversed() where ready.contains(visitors[index].descriptor) {
        switch visitors[index].listen() {
        case .unfinished:
          continue
        case .gone:
          visitors.remove(at: index).hangUp()
        case .asked(let target) where !AuthorizationRequest.isAnswer(target):
          visitors.remove(at: index).hangUp()
        case .asked(let target):
          let outcome = Result { () throws(IdentityError) in try request.code(inAddress: target) }
          visitors[index].answer(LoopbackPage.text(for: outcome))
          return outcome
        }
      }
      if ready.contains(door), let visitor = LoopbackSocket.accept(door) {
        visitors.append(LoopbackVisitor(descriptor: visitor))
      }
    }
  }
}
