internal import CEditline
import Glibc

/// The thread that owns libedit: waits for reads, and reads.
///
/// libedit calls back for each key and for each action on it. Nothing here is ever decided on what
/// libedit returns from a read: its end-of-file and its interrupts look alike. ``outcome`` decides.
@safe
final class EditlineLoop {
  let configuration: EditlineEditor.Configuration
  let buffer: LineBuffer
  var screen: any LineScreen
  var reader: KeyReader

  /// The candidates of the last Tab, while they are on the screen.
  var completion: CompletionSession?
  /// The walk through earlier lines, while Up and Down are the last keys.
  var recall: HistoryRecall?
  /// The search through earlier lines, while it has the keyboard.
  var search: HistorySearch?
  /// The text removed last, for Ctrl-Y.
  var killed: [Unicode.Scalar] = []
  /// The candidates that were listed with numbers, where nothing can be painted.
  var listed: CompletionSession?
  /// What is hinted on the screen, while it can be taken into the line.
  var shownHint: ShownHint?
  /// News that waits for its turn.
  var notices = NoticeQueue()
  /// What the person wants of this read.
  private(set) var preferences = EditingPreferences()
  /// What goes with the line of this read.
  private(set) var surroundings = PromptSurroundings()
  /// The text that goes with a key's code.
  var pendingText = ""
  /// Whether the line begins with something pasted.
  var beginsPasted = false

  let title: WindowTitle
  private let mailbox: Mailbox
  private let editor: OpaquePointer
  private(set) var prompt = ""
  private(set) var isAnswer = false
  private var codes: ArraySlice<UInt32> = []
  private var outcome: LineEvent?
  private var lastLine = CompletionSession.Line(text: [], cursor: 0)

  init(
    _ configuration: EditlineEditor.Configuration, mailbox: Mailbox, title: WindowTitle
  ) throws(LineEditingError) {
    guard let editor = unsafe teamsh_el_init(configuration.input, configuration.output) else {
      throw LineEditingError(.noResources)
    }
    self.configuration = configuration
    self.mailbox = mailbox
    self.title = title
    unsafe self.editor = unsafe editor
    buffer = unsafe LineBuffer(editor)
    screen = PaintedScreen(output: configuration.output, traits: configuration.traits)
    reader = KeyReader(descriptor: configuration.input, wakeUps: mailbox.wakeUps)
    unsafe Self.configure(editor)
    // Not retained: the callbacks run inside `el_wgets` only, which this object calls.
    unsafe teamsh_el_set_clientdata(editor, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    unsafe teamsh_el_end(editor)
    mailbox.wakeUps.close()
  }

  /// Serves reads until the mailbox is closed.
  func run() {
    while !mailbox.isClosed {
      guard let (request, notices) = mailbox.nextRequest() else {
        _ = Descriptor.wait(for: [(mailbox.wakeUps.readEnd, POLLIN)], milliseconds: -1)
        mailbox.wakeUps.drain()
        continue
      }
      let mailbox = mailbox
      configuration.signals?.claim { mailbox.receive($0) }
      let event = readLine(request, notices)
      configuration.signals?.claim(nil)
      mailbox.finish(request.id)
      request.continuation.resume(returning: event)
    }
  }

  /// Ends the read when the key at hand is done with.
  func end(_ event: LineEvent) {
    outcome = event
    lastLine = buffer.line
  }

  /// Waits for a key; `nil` when the read is over.
  func readKey() -> Key? {
    while outcome == nil {
      switch reader.next(atMost: noticeWait, beforeWaiting: { show() }) {
      case .key(let key): return key
      case .news: take(mailbox.takeNews())
      case .ended: end(.eof)
      }
    }
    return nil
  }

  private func readLine(_ request: Mailbox.Request, _ posted: [String]) -> LineEvent {
    prompt = request.prompt
    isAnswer = request.isAnswer
    outcome = nil
    completion = nil
    listed = nil
    recall = nil
    beginsPasted = false
    pendingText = isAnswer ? "" : mailbox.takeOffered()
    codes = pendingText.isEmpty ? [] : [KeyCode.paste]
    preferences = configuration.preferences()
    surroundings = isAnswer ? PromptSurroundings() : mailbox.takeSurroundings()
    screen = makeScreen()
    notices.add(posted)
    screen.begin(isAnswer ? [] : notices.takeAll(), marks: marks)
    var count: Int32 = 0
    _ = unsafe el_wgets(editor, &count)
    if outcome == nil { end(.eof) }
    let event = outcome ?? .eof
    let view = LineView(prompt: prompt, text: lastLine.text, cursor: lastLine.text.count)
    screen.finish(view, mark: event == .interrupt ? "^C" : "")
    // Whoever leaves sees no prompt any more that the notices could stand above.
    switch event {
    case .eof, .ended: screen.tell(notices.takeAll())
    default: break
    }
    return event
  }

  private func take(_ news: Mailbox.News) {
    if news.isContinued {
      unsafe teamsh_el_set_raw(editor, 0)
      unsafe teamsh_el_set_raw(editor, 1)
      screen.restart()
    }
    notices.add(news.notices)
    if news.isInterrupted { end(.interrupt) }
    if let ending = news.ending { end(ending) }
  }

  /// The next code for libedit; `nil` when the read is over.
  private func nextCode() -> UInt32? {
    while codes.isEmpty {
      guard let key = readKey() else { return nil }
      leaveModes(for: key)
      if case .paste(let text) = key { pendingText = text }
      if case .character(let scalar) = key {
        pendingText = String(Character(scalar))
        if buffer.line.cursor == 0 { beginsPasted = false }
      }
      codes = (hintCodes(for: key) ?? KeyCode.codes(for: key))[...]
    }
    return outcome == nil ? codes.popFirst() : nil
  }

  private static func configure(_ editor: OpaquePointer) {
    unsafe teamsh_el_set_emacs(editor)
    unsafe teamsh_el_set_terminal_modes(editor)
    unsafe teamsh_el_set_getcfn(editor) { editor, character in
      guard let code = unsafe EditlineLoop.owner(of: editor)?.nextCode() else { return -1 }
      unsafe character?.pointee = wchar_t(code)
      return 1
    }
    _ = unsafe teamsh_el_add_key_function(editor) { editor, code in
      unsafe EditlineLoop.owner(of: editor)?.perform(UInt32(code)) ?? UInt8(CC_ERROR)
    }
    for code in KeyCode.own {
      _ = unsafe teamsh_el_bind_key_function(editor, wchar_t(code))
    }
    for (key, action) in KeyCode.native {
      unsafe bind(editor, KeyCode.code(of: key), to: action)
    }
    // Letters of Latin-1 insert themselves, also where the locale does not know them.
    for code in UInt32(0xA0)...0xFF { unsafe bind(editor, code, to: "ed-insert") }
  }

  private static func bind(_ editor: OpaquePointer, _ code: UInt32, to action: StaticString) {
    let name = String(describing: action).unicodeScalars.map { wchar_t($0.value) } + [0]
    _ = unsafe teamsh_el_bind(editor, wchar_t(code), name)
  }

  /// The loop that a callback belongs to.
  private static func owner(of editor: OpaquePointer?) -> EditlineLoop? {
    guard let editor = unsafe editor, let data = unsafe teamsh_el_get_clientdata(editor) else {
      return nil
    }
    return unsafe Unmanaged<EditlineLoop>.fromOpaque(data).takeUnretainedValue()
  }
}
