import Output

extension ReplyPresenter {
  /// Shows a reply; returns when a pager that it went through was left.
  ///
  /// Who leaves the pager early has seen enough: the rest is not fetched, and that is no failure. A failure
  /// in the middle is told after the pager, not in it.
  func show<Row: Listed>(_ reply: Reply<Row>, columns: [Column<Row>]) async throws {
    defer { makeRemarks() }
    guard let paging = sink as? PagingSink else {
      return try await write(reply, columns: columns)
    }
    let task = Task { try await self.write(reply, columns: columns) }
    paging.onQuit { task.cancel() }
    do {
      try await withTaskCancellationHandler {
        try await task.value
      } onCancel: {
        task.cancel()
        paging.stop()
      }
    } catch {
      await paging.finish()
      guard paging.wasQuit, !Task.isCancelled else { throw error }
      return
    }
    await paging.finish()
  }
}

extension Session {
  /// A way to the terminal that starts a pager when the screen is full; `nil` where there is to be none.
  var pagingSink: PagingSink? {
    guard call.io.isInteractive, call.io.format == nil, call.io.output.isTerminal,
      workspace.settings.usesPager, !workspace.settings.isAccessible, let pager = workspace.pager
    else { return nil }
    return PagingSink(terminal: call.io.output, pager: pager)
  }
}
