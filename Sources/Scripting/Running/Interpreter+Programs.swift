import CommandKit
import Output
import Subprocess
import SystemPackage

extension Interpreter {
  /// Runs `!program`.
  func run(_ program: ProgramText) async throws {
    try refuse(.program)
    let inheritsInput = currentFrame.programs.inheritsInput
    let status = try await status(of: program) {
      inheritsInput ? FileDescriptor.standardInput : try FileDescriptor.emptyInput()
    } feeding: {
    }
    try check(status)
  }

  /// Runs `command | program`.
  ///
  /// The program starts first. When it closes its end early the command's next write fails, which ends the
  /// command and is no failure; a command that is in the middle of a change to the tenant is not cut off.
  func run(_ words: Expansion, feeding program: ProgramText) async throws {
    try refuse(.program)
    let pipe: (readEnd: FileDescriptor, writeEnd: FileDescriptor)
    do {
      pipe = try FileDescriptor.privatePipe()
    } catch {
      throw located(error, as: .programNotStarted)
    }
    let sink = PipeSink(pipe.writeEnd)
    defer { sink.close() }
    // Said at once it could land in the middle of what the program writes.
    let destination = currentFrame.io.remarks ?? host.errors
    let remarks = BufferSink(like: destination)
    defer { try? destination.write(bytes: remarks.bytes) }
    var outcome = Result<Void, any Error>.success(())
    let status = try await withTaskCancellationHandler {
      try await self.status(of: program) {
        pipe.readEnd
      } feeding: {
        do {
          try await self.with {
            $0.io.remarks = remarks
          } run: {
            try await self.redirected(to: sink) { try await self.execute(words) }
          }
        } catch {
          outcome = .failure(error)
        }
        sink.close()
      }
    } onCancel: {
      sink.stop()
    }
    if !sink.hasRefused { try outcome.get() }
    try check(status)
  }

  /// Stops what a restricted session may not do.
  func refuse(
    _ restriction: ScriptError.Restriction, at range: Range<Int>? = nil
  ) throws(ScriptError) {
    if host.isRestricted { throw failure(.restricted(restriction), at: range) }
  }

  /// Refuses to read a file elsewhere, where the session is restricted.
  func refuse(file name: String, at range: Range<Int>? = nil) throws(ScriptError) {
    if ScriptError.Restriction.isPath(name) { try refuse(.path, at: range) }
  }

  private func status(
    of program: ProgramText, input: () throws -> FileDescriptor, feeding: () async -> Void
  ) async throws -> TerminationStatus {
    let frame = currentFrame
    let variables = await programVariables()
    do {
      let connections = ProgramRunner.Connections(
        input: try input(), output: frame.programs.inheritsOutput ? nil : frame.io.output,
        errors: isJob ? host.errors : nil,
        sharesTerminal: programs.inheritsInput || programs.inheritsOutput, variables: variables)
      // A program may keep waiting who feeds it, so nobody's requests are sent from there.
      return try await withTaskExecutorPreference(globalConcurrentExecutor) {
        try await programRunner.run(program, connections, feeding: feeding)
      }
    } catch {
      throw located(error, as: error is SinkError ? .outputFailed : .programNotStarted)
    }
  }

  private func check(_ status: TerminationStatus) throws(ScriptError) {
    guard !Task.isCancelled else { throw failure(.interrupted) }
    switch status {
    case .exited(0): return
    case .exited(let code): throw failure(.programFailed(status: code))
    case .signaled(Signal.interrupt.rawValue): throw failure(.interrupted)
    case .signaled(let signal): throw failure(.programSignalled(signal: signal))
    }
  }
}
