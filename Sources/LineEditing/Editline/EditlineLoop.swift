internal import CEditline
import Glibc

/// The thread that owns libedit: waits for reads, and reads.
///
/// libedit calls back for each key and for each action on it. Nothing here is ever decided on what
/// libedit returns from a read: its end-of-file and its interrupts look alike. ``outcome`` decides.
@safe
final class EditlineLoop {
  let configuration: EditlineEditor.Configuration
  let mailbox: Mailbox
  /// The terminal as it is between reads.
  let mode: TerminalMode
  let buffer: LineBuffer
  var screen: any LineScreen
  var reader: KeyReader
  /// What the person wants of this read.
  private(set) var preferences = EditingPreferences()
  /// What goes with the line of this read.
  private(set) var surroundings = PromptSurroundings()
  /// News that waits for its turn.
  var notices = NoticeQueue()
  let title: WindowTitle

  /// The candidates of the last Tab, while they are on the screen.
  var completion: CompletionSession?
  /// The candidates that were listed with numbers, where nothing can be painted.
  var listed: CompletionSession?
  /// What is hinted on the screen, while it can be taken into the line.
  var shownHint: ShownHint?
  /// The walk through earlier lines, while Up and Down are the last keys.
  var recall: HistoryRecall?
  /// The search through earlier lines, while it has the keyboard.
  var search: HistorySearch?
  /// Whether Ctrl-C has ended the search.
  var isSearchDropped = false
  /// Whether the key at hand finds a hint behind the cursor.
  var acceptsHint = false
  /// Whether the key at hand changes what the menu is for.
  var narrows = false
  /// What the search before looked for.
  var lastPattern = ""
  /// What can be taken back.
  var undo = UndoHistory()
  /// What was removed, and can be put back.
  var kills = KillRing()
  /// The walk through the last words of earlier lines, while its key is the last one.
  var lastArguments: LastArgumentWalk?
  /// What the last key put in, and its repetition puts something else in place of.
  var replaceable = 0..<0
  /// What the key before this one did.
  var previousCommand: EditingCommand?
  /// The text that goes with a key's code.
  var pendingText = ""
  /// Whether that text was typed, in this read or the one before.
  var isPendingTyped = false
  /// Whether the line begins with something pasted.
  var beginsPasted = false
  /// The line as a paste has left it.
  var pasted: [Unicode.Scalar]?
  /// Why the last key did nothing, until the next one.
  var remark: String?
  /// How many times in a row the end of the input was asked for.
  var endings = 0
  var vi = ViModeTracker()
  /// The shape that the cursor was given.
  var shape = CursorShape.standard

  /// The keys that libedit knows now; `nil` before the first read.
  private(set) var bindings: EditingMode?
  private let editor: OpaquePointer
  private(set) var prompt = ""
  private(set) var isAnswer = false
  private var codes: ArraySlice<UInt32> = []
  /// The code given to libedit last, and the one before it.
  private var given: (before: UInt32, last: UInt32) = (0, 0)
  private var command: EditingCommand?
  private var change = UndoHistory.Change.other
  private(set) var outcome: LineEvent?
  private var lastLine = CompletionSession.Line(text: [], cursor: 0)
  private var mark = ""

  init(
    _ configuration: EditlineEditor.Configuration, mailbox: Mailbox, mode: TerminalMode,
    title: WindowTitle
  ) throws(LineEditingError) {
    guard let editor = unsafe teamsh_el_init(configuration.input, configuration.output) else {
      throw LineEditingError(.noResources)
    }
    self.configuration = configuration
    self.mailbox = mailbox
    self.mode = mode
    self.title = title
    unsafe self.editor = unsafe editor
    buffer = unsafe LineBuffer(editor)
    screen = PaintedScreen(output: configuration.output, traits: configuration.traits)
    reader = KeyReader(descriptor: configuration.input, wakeUps: mailbox.wakeUps)
    unsafe Self.prepare(editor)
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
  ///
  /// The mark is shown behind the line that is left on the screen.
  func end(_ event: LineEvent, mark: String = "") {
    outcome = event
    lastLine = buffer.line
    self.mark = mark
  }

  /// Waits for a key; `nil` when the read is over.
  func readKey() -> Key? {
    while outcome == nil, !isSearchDropped {
      switch reader.next(atMost: noticeWait, beforeWaiting: { show() }) {
      // No signals come from the terminal while a line is edited.
      case .key(.control(0x03)), .key(.meta("\u{3}")): interrupt()
      case .key(.control(0x1A)), .key(.meta("\u{1A}")): SignalSource.stopGroup()
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
    preferences = configuration.preferences()
    surroundings = isAnswer ? PromptSurroundings() : mailbox.takeSurroundings()
    screen = makeScreen()
    if bindings == nil || bindings != wantedMode {
      let mode = wantedMode
      unsafe bindKeys(of: mode, in: editor)
      bindings = mode
    }
    outcome = nil
    completion = nil
    listed = nil
    recall = nil
    lastArguments = nil
    previousCommand = nil
    command = nil
    mark = ""
    remark = nil
    vi = ViModeTracker()
    beginsPasted = false
    pasted = nil
    undo = UndoHistory()
    (pendingText, isPendingTyped) = isAnswer ? ("", false) : mailbox.takeOffered()
    codes = pendingText.isEmpty ? [] : [KeyCode.paste]
    notices.add(posted)
    screen.begin(isAnswer ? [] : notices.takeAll(), marks: marks)
    var count: Int32 = 0
    repeat {
      count = 0
      _ = unsafe el_wgets(editor, &count)
      // A key that an `.editrc` has given to libedit's own Enter.
      if outcome == nil, count > 0 { goOn() }
    } while outcome == nil && count > 0
    if outcome == nil { end(.eof) }
    let event = outcome ?? .eof
    let view = LineView(prompt: prompt, text: lastLine.text, cursor: lastLine.text.count)
    shapeCursor(.standard)
    screen.finish(view, mark: mark)
    // Whoever leaves sees no prompt any more that the notices could stand above.
    switch event {
    case .eof, .ended: screen.tell(notices.takeAll())
    default: break
    }
    return event
  }

  /// Runs a line that libedit has ended by itself, or goes on with it where it is not whole.
  private func goOn() {
    let text = buffer.text.trimmingNewline.composed
    if isAnswer || configuration.isComplete(text) {
      end(.line(text, isPrivate: isPrivate(text)))
      lastLine = CompletionSession.Line(
        text: Array(text.unicodeScalars), cursor: text.unicodeScalars.count)
    } else {
      (pendingText, isPendingTyped) = (text + "\n", !beginsPasted)
      codes = [KeyCode.paste]
    }
  }

  /// Whether a line is nobody's business later on: its first space was typed.
  func isPrivate(_ text: String) -> Bool { text.first == " " && !beginsPasted }

  private func take(_ news: Mailbox.News) {
    if news.isStopped { return stop() }
    if news.isContinued { takeTerminal() }
    notices.add(news.notices)
    if news.hasNames { askAgain() }
    if news.isInterrupted { interrupt() }
    if news.isCancelled { end(.interrupt, mark: "^C") }
    if let ending = news.ending { end(ending) }
  }

  /// Shows the read anew on the row where the cursor is, behind something that had the terminal.
  func takeTerminal() {
    unsafe teamsh_el_set_raw(editor, 0)
    unsafe teamsh_el_set_raw(editor, 1)
    screen.restart()
  }

  /// Leaves the half-typed line behind and the terminal as it was found.
  func giveTerminal() {
    let line = buffer.line
    shapeCursor(.standard)
    screen.finish(LineView(prompt: prompt, text: line.text, cursor: line.text.count), mark: "")
    unsafe teamsh_el_set_raw(editor, 0)
    mode.restore()
  }

  /// The next code for libedit; `nil` when the read is over.
  func nextCode() -> UInt32? {
    while codes.isEmpty {
      if narrows { narrow() }
      undo.note(buffer.line, after: completion == nil ? change : .typing)
      if bindings == .vi, vi.isUncertain { return KeyCode.tellMode }
      guard let key = readKey() else { return nil }
      previousCommand = command
      command = nil
      prepare(for: key)
    }
    guard outcome == nil, let code = codes.popFirst() else { return nil }
    if bindings == .vi { vi.note(code) }
    given = (given.last, code)
    return code
  }

  /// Gets everything ready for a key, before libedit is told of it.
  private func prepare(for key: Key) {
    if bindings == .vi, let parts = key.parts {
      reader.pushBack(parts.second)
      return prepare(for: parts.first)
    }
    codes = codes(for: key)[...]
    acceptsHint = completion == nil && isHintShown
    change = .other
    remark = nil
    leaveModes(for: key)
    switch key {
    case .paste(let text): (pendingText, isPendingTyped) = (text, false)
    case .character(let scalar):
      pendingText = String(Character(scalar))
      if buffer.line.cursor == 0 { beginsPasted = false }
      if !vi.isCommanding { change = bindings == .vi ? .inserting : .typing }
    case .control(0x7F), .control(0x08), .named(.delete): change = .deleting
    default: break
    }
  }

  private func codes(for key: Key) -> [UInt32] {
    guard bindings == .vi, !vi.awaitsCharacter else { return KeyCode.codes(for: key) }
    switch key {
    case .named(.escape) where completion == nil && !vi.isCommanding:
      return [KeyCode.leaveInsertMode]
    // libedit inserts what it has no map for, in command mode too.
    case .character(let scalar) where vi.isCommanding && scalar.value >= 0x80: return []
    default: return KeyCode.codes(for: key)
    }
  }

  /// Acts on a code that libedit has come back with; returns what libedit is to do next.
  func act(on code: UInt32, isCommanding: Bool) -> UInt8 {
    if code == KeyCode.tellMode {
      vi.answer(isCommanding: isCommanding)
      return UInt8(CC_ARGHACK)
    }
    let map: KeyBinding.Map = bindings == .vi ? (isCommanding ? .viCommand : .viInsert) : .emacs
    let isSequence = given.last == code && [0x1B, 0x18].contains(given.before)
    let sequence = isSequence ? [given.before, code] : [code]
    let found =
      KeyBinding.all.command(for: sequence, in: map) ?? KeyBinding.all.command(for: [code], in: map)
    guard let found else { return UInt8(CC_ERROR) }
    command = found
    return perform(found)
  }
}

extension String {
  /// The text without the line end that libedit leaves at the end of a line it has read.
  fileprivate var trimmingNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
