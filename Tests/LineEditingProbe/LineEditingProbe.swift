import Foundation
import Glibc
import LineEditing
import Synchronization

/// A shell that does nothing but show what it was told, for the terminal tests of the line editor.
///
/// Prompts are numbered. A line that begins with `suspend` is answered with the terminal given back.
/// What is written into the file that `PROBE_NOTICES` names is posted, line by line, and each is
/// answered with an empty line in the one that `PROBE_POSTED` names.
@main
struct LineEditingProbe {
  static func main() async throws {
    let locale = TerminalLocale.repair()
    let environment = ProcessInfo.processInfo.environment
    let traits = TerminalTraits(environment: environment)
    let signals = try SignalSource()
    let history = History(path: environment["PROBE_HISTORY"])
    let editor: any LineEditor =
      if !traits.takesKeys {
        try PlainEditor(signals: signals, continuation: continuation)
      } else {
        try edited(traits, history, signals, environment)
      }
    let notices = Task { await post(environment, to: editor) }
    defer { notices.cancel() }
    print("locale \(locale)")
    var number = 1
    reading: while true {
      let prompt = (environment["PROBE_PROMPT"] ?? "p%> ").replacing("%", with: "\(number)")
      let event = await editor.read(prompt)
      number += 1
      switch event {
      case .line("exit", _): break reading
      case .line("wait", _): await wait(signals)
      case .line("suspend", _): run("stty -a | tr ' ' '\\n' | grep -x -e -echo -e echo", in: editor)
      case .line("ask", _): put("[\(await editor.ask("sure? "))]\n")
      case .line("cancel", _): await cancel(in: editor, signals)
      case .line("edit", _):
        editor.offer(await editor.edit("text") ?? "failed", isPrivate: false)
      case .line("half", _): put("no newline here")
      case .line(let text, let isPrivate):
        put("[\(String(reflecting: text))]\n")
        if !isPrivate { try? history.append(HistoryEntry(time: 0, text: text)) }
      case .help(let text, let isPrivate):
        put("[help \(String(reflecting: text))]\n")
        editor.offer(text, isPrivate: isPrivate)
      case .interrupt: put("[interrupt]\n")
      case .eof: break reading
      case .ended(let signal):
        put("[ended by \(signal)]\n")
        break reading
      }
    }
    put("[end]\n")
    editor.close()
  }

  private static let names = NamesCompleter()

  private static let continuation: @Sendable (String) -> String? = { text in
    text.filter { $0 == "\"" }.count.isMultiple(of: 2) ? nil : "inside a quote"
  }

  private static func preferences(_ environment: [String: String]) -> EditingPreferences {
    var preferences = EditingPreferences()
    preferences.mode = environment["PROBE_MODE"].flatMap(EditingMode.init(rawValue:))
    preferences.ignoredEnds = environment["PROBE_ENDS"].flatMap { Int($0) } ?? 0
    preferences.isAccessible = environment["PROBE_ACCESSIBLE"] != nil
    preferences.showsMarks = environment["PROBE_MARKS"] != nil
    if let style = environment["PROBE_NOTIFY"].flatMap(NoticeStyle.init) {
      preferences.notices = style
    }
    return preferences
  }

  private static func edited(
    _ traits: TerminalTraits, _ history: History, _ signals: SignalSource,
    _ environment: [String: String]
  ) throws -> any LineEditor {
    var configuration = EditlineEditor.Configuration(
      traits: traits, history: history, completer: names,
      highlighter: environment["PROBE_HINTS"] == nil ? nil : WordHighlighter(),
      hinter: environment["PROBE_HINTS"] == nil ? nil : LineHinter(), signals: signals,
      preferences: { preferences(environment) }, continuation: continuation)
    configuration.startFile = StartFile(environment: environment)
    configuration.externalEditor = ExternalEditor(environment: environment)
    return try EditlineEditor(configuration)
  }

  private static func put(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Reads a line whose task is cancelled, first before the read begins, then when the window changes.
  private static func cancel(in editor: any LineEditor, _ signals: SignalSource) async {
    let early = Task { await editor.read("early> ") }
    early.cancel()
    put("[early \(await early.value)]\n")
    let stream = signals.signals()
    let late = Task { await editor.read("late> ") }
    let canceller = Task {
      for await signal in stream where signal == .windowChanged { late.cancel() }
    }
    put("[late \(await late.value)]\n")
    canceller.cancel()
  }

  /// A command that runs until Ctrl-C.
  private static func wait(_ signals: SignalSource) async {
    let stream = signals.signals()
    put("[waiting]\n")
    for await signal in stream where signal != .windowChanged { break }
    put("[cancelled]\n")
  }

  private static func run(_ command: String, in editor: any LineEditor) {
    editor.suspend()
    _ = unsafe system(command)
    editor.resume()
  }

  private static func post(
    _ environment: [String: String], to editor: any LineEditor
  ) async {
    guard let path = environment["PROBE_NOTICES"],
      let file = FileHandle(forUpdatingAtPath: path),
      let posted = environment["PROBE_POSTED"].flatMap(FileHandle.init(forUpdatingAtPath:))
    else { return }
    let reader = BufferedLineReader(input: file.fileDescriptor)
    while case .line(let notice, _) = await reader.read("") {
      if notice.hasPrefix("name ") {
        names.add(String(notice.dropFirst(5)))
      } else {
        editor.post(notice)
      }
      try? posted.write(contentsOf: Data("\n".utf8))
    }
  }
}

/// Completes the last word from a list that can grow.
private final class NamesCompleter: Completer {
  private let added = Mutex<[String]>([])
  private let listener = Mutex<@Sendable () -> Void>({})

  func announce(to listener: @escaping @Sendable () -> Void) {
    self.listener.withLock { $0 = listener }
  }

  func add(_ name: String) {
    added.withLock { $0.append(name) }
    listener.withLock { $0 }()
  }

  private static let names = [
    ("Contoso HR", "12 members"), ("Contoso IT", "48 members"), ("Contoso Sales", "public"),
    ("Café 日本", "private"),
  ]

  func completions(for line: String, cursor: Int) -> Completion {
    let before = Array(line.unicodeScalars.prefix(cursor))
    let start = (before.lastIndex(of: " ") ?? -1) + 1
    let typed = String(String.UnicodeScalarView(before[start...])).lowercased()
      .filter { $0 != "\"" }
    let all = Self.names + added.withLock { $0 }.map { ($0, "new") }
    let candidates = all.filter { $0.0.lowercased().hasPrefix(typed) }.map {
      Candidate(insertion: "\"\($0.0)\" ", display: $0.0, description: $0.1)
    }
    return Completion(replacing: start..<cursor, candidates: candidates, note: "as of 09:12")
  }
}

/// Knows one command, `member`.
private struct WordHighlighter: Highlighter {
  func highlights(in line: String, cursor: Int) -> [Highlight] {
    let word = line.prefix { $0 != " " }
    guard !word.isEmpty, !"member".hasPrefix(word) || word == "member" else { return [] }
    return [Highlight(0..<word.unicodeScalars.count, word == "member" ? .command : .unknownCommand)]
  }
}

/// Knows one line, and that `use` needs a team.
private struct LineHinter: Hinter {
  private static let line = "member list 営業 --columns name --all"

  func hint(for line: String) -> Hint? {
    if line == "use " { return Hint("<team>", isPlaceholder: true) }
    guard Self.line.hasPrefix(line), line != Self.line else { return nil }
    return Hint(String(Self.line.dropFirst(line.count)))
  }
}
