import Documents
package import Graph

/// What became of a write that Graph may go on with after its answer.
package enum Conclusion: Sendable {
  /// It is done; with the work behind it, where there was some.
  case done(TeamsAsyncOperation?)
  /// Graph took it on, and does not let it be followed.
  case accepted
}

extension Session {
  /// Waits until a write is done that Graph goes on with by itself.
  ///
  /// - Parameters:
  ///   - answer: What came for the write.
  ///   - what: The work as the beginning of a sentence, such as `Creating the channel Rollout`.
  /// - Returns: What became of it.
  /// - Throws: ``CommandError`` when the work failed, or goes on for too long.
  package func conclusion<Response>(
    of answer: GraphAnswer<Response>, _ what: String
  ) async throws -> Conclusion {
    guard answer.status == 202 else { return .done(nil) }
    guard let path = answer.location.flatMap(TeamsAsyncOperation.path(ofLocation:)) else {
      return .accepted
    }
    do {
      return try await showingProgress("s so far: \(what)", of: nil, showsPace: false) { progress in
        var waited = Duration.zero
        while true {
          let operation = try await look(at: path)
          switch operation?.state {
          case .succeeded: return .done(operation)
          case .failed:
            throw CommandError(
              .operationFailed(
                what, graphCode: operation?.errorCode ?? "",
                message: operation?.errorMessage ?? ""))
          case .underWay, nil: break
          }
          guard let delay = OperationPatience.delay(after: waited) else {
            throw CommandError(.stillUnderWay(what, path: path.text))
          }
          try await workspace.clock.sleep(for: delay)
          waited += delay
          progress?.advance(by: Int(delay.components.seconds))
        }
      }
    } catch let error as GraphError where error.code == .forbidden {
      return .accepted
    } catch  where Task.isCancelled {
      tell("Graph goes on with it. Look later: graph get \"\(path.text)\"")
      throw error
    }
  }

  /// Looks at the work once; what was only just begun may not be there yet.
  private func look(at path: GraphPath) async throws -> TeamsAsyncOperation? {
    do {
      return try await graph.send(.get(path)).value
    } catch let error as GraphError where error.code == .notFound {
      return nil
    }
  }
}
