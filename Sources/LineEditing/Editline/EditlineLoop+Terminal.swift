import Glibc

extension EditlineLoop {
  /// Gives the cursor a shape, where the terminal can.
  func shapeCursor(_ new: CursorShape) {
    guard configuration.traits.shapesCursor, new != shape else { return }
    shape = new
    Descriptor.write("\u{1B}[\(new.rawValue) q", to: configuration.output)
  }

  /// Ctrl-Z: stops with the terminal as it was found, and shows the line again when it goes on.
  func stop() {
    giveTerminal()
    SignalSource.stop()
    // Where nobody could continue this process it was not stopped, and there is nothing to wait for.
    let deadline = ContinuousClock.now.advanced(by: .milliseconds(100))
    while ContinuousClock.now < deadline, !mailbox.takesContinued() {
      _ = Descriptor.wait(for: [(mailbox.wakeUps.readEnd, POLLIN)], milliseconds: 20)
      mailbox.wakeUps.drain()
    }
    mode.quieten()
    takeTerminal()
  }

  /// Lets the person edit the line in a program of their own; what comes back waits for Enter.
  func editAtLength() {
    guard !isAnswer, let program = configuration.externalEditor else {
      if !isAnswer { remark = configuration.externalEditorRefusal }
      return screen.beep()
    }
    completion = nil
    giveTerminal()
    let text = program.edit(buffer.text.composed)
    mailbox.dropSignals()
    mode.quieten()
    takeTerminal()
    if let text { put(text) } else { screen.beep() }
  }
}
