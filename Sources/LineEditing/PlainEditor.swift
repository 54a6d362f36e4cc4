import Glibc
import Synchronization

/// Reads lines where the cursor cannot be moved: the terminal itself does the little editing.
///
/// No menu, no recall, nothing repainted: text is only ever added. Also the editor for a screen
/// reader that wants it so.
package final class PlainEditor: LineEditor {
  private let input: Int32
  private let output: Int32
  private let continuation: @Sendable (String) -> String?
  private let signals: SignalSource?
  private let mailbox: Mailbox
  private let lines: Mutex<LineSplitter>

  /// Makes an editor.
  ///
  /// - Parameters:
  ///   - input: Where lines come from.
  ///   - output: Where prompts and notices go.
  ///   - signals: Where Ctrl-C comes from.
  ///   - continuation: Why another line is asked for, in words; `nil` for a statement that can run.
  /// - Throws: When the system gives no pipe.
  package init(
    input: Int32 = 0, output: Int32 = 1, signals: SignalSource? = nil,
    continuation: @escaping @Sendable (String) -> String? = { _ in nil }
  ) throws(LineEditingError) {
    self.input = input
    self.output = output
    self.continuation = continuation
    self.signals = signals
    mailbox = try Mailbox()
    lines = Mutex(LineSplitter())
  }

  deinit {
    mailbox.wakeUps.close()
  }

  package func read(_ prompt: String) async -> LineEvent {
    await line(prompt, isAnswer: false)
  }

  package func ask(_ question: String) async -> LineEvent {
    await line(question, isAnswer: true)
  }

  private func line(_ prompt: String, isAnswer: Bool) async -> LineEvent {
    let id = mailbox.newID()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        mailbox.submit(
          Mailbox.Request(id: id, prompt: prompt, isAnswer: isAnswer, continuation: continuation))
        do {
          try DedicatedThread.start { self.serve() }
        } catch {
          self.close()
        }
      }
    } onCancel: {
      mailbox.cancel(id)
    }
  }

  package func post(_ notice: String) {
    mailbox.post(notice)
  }

  package func close() {
    mailbox.close()
  }

  private func serve() {
    guard let (request, notices) = mailbox.nextRequest() else { return }
    let mailbox = mailbox
    signals?.claim { mailbox.receive($0) }
    tell(notices)
    let plain = String([Glyph](styled: request.prompt).map(\.text).joined())
    let event = statement(prompt: plain, isAnswer: request.isAnswer)
    signals?.claim(nil)
    mailbox.finish(request.id)
    request.continuation.resume(returning: event)
  }

  private func statement(prompt: String, isAnswer: Bool) -> LineEvent {
    var text = ""
    var asked = prompt
    var isContinued = false
    while true {
      Descriptor.write(asked, to: output)
      let event = nextLine(prompt: asked)
      guard case .line(let line, _) = event else { return event }
      text += (text.isEmpty ? "" : "\n") + line.composed
      let reason = isAnswer ? nil : continuation(text)
      guard let reason else { return .line(text, isPrivate: text.first == " ") }
      // Said once, and again where somebody presses Enter and wonders.
      if !isContinued { tell([reason]) } else if line.isEmpty { tell(["still \(reason)"]) }
      isContinued = true
      asked = AppendedText.continuation
    }
  }

  private func nextLine(prompt: String) -> LineEvent {
    while true {
      if let line = lines.withLock({ $0.next() }) { return .line(line) }
      guard
        let ready = Descriptor.wait(
          for: [(input, POLLIN), (mailbox.wakeUps.readEnd, POLLIN)], milliseconds: -1)
      else { continue }
      if ready[1] {
        mailbox.wakeUps.drain()
        let news = mailbox.takeNews()
        if !news.notices.isEmpty {
          Descriptor.write("\n", to: output)
          tell(news.notices)
          Descriptor.write(prompt, to: output)
        }
        let isOver = news.isInterrupted || news.isCancelled
        if isOver || news.ending != nil { Descriptor.write("\n", to: output) }
        if let ending = news.ending { return ending }
        if isOver { return .interrupt }
      } else if ready[0], let bytes = Descriptor.read(4096, from: input) {
        if bytes.isEmpty { return lines.withLock { $0.rest() }.map { .line($0) } ?? .eof }
        lines.withLock { $0.append(bytes) }
      }
    }
  }

  private func tell(_ notices: [String]) {
    for notice in notices { Descriptor.write(notice + "\n", to: output) }
  }
}
