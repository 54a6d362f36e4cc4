import Documents
import Output
import Synchronization

/// Shows one reply in the format asked for: the one place where a command's answer becomes text.
final class ReplyPresenter: ReplyReader {
  private let session: Session
  private let options: OutputOptions
  private let shown = Mutex(false)
  private let remarks = Mutex<[String]>([])
  /// Where the reply goes: the call's output, or a pager's on the way there.
  let sink: any Sink

  init(session: Session, options: OutputOptions) {
    self.session = session
    self.options = options
    sink = session.pagingSink ?? session.call.io.output
  }

  /// Whether anything went out already.
  var hasShown: Bool { shown.withLock { $0 } }

  /// The format that somebody asked for: by option, by where the command stands, or by setting.
  private var requestedFormat: OutputFormat? {
    options.output ?? session.call.io.format ?? session.workspace.settings.output
  }

  /// The format to show rows in: as asked for, else by where they go; without columns always JSON.
  private func format<Row>(_ columns: [Column<Row>], atTerminal: OutputFormat) -> OutputFormat {
    requestedFormat ?? (sink.isTerminal && !columns.isEmpty ? atTerminal : .json)
  }

  /// Writes the reply, page by page; what is said beside it comes when the person has left the pager.
  func write<Row: Listed>(_ reply: Reply<Row>, columns: [Column<Row>]) async throws {
    if session.call.isDryRun { return try showPlan() }
    switch reply {
    case .silent:
      return
    case .text(let text):
      markShown()
      try sink.write(sink.isTerminal ? HostileText.visibleLines(text) : text)
    case .bytes(let bytes):
      markShown()
      try show(bytes)
    case .done(let sentence, let row):
      try await done(sentence, row, columns: columns)
    case .one(let row):
      try await one(row, columns: columns)
    case .rows(let pages, let limit):
      try await rows(pages, limit: options.limit ?? limit ?? .max, columns: columns)
    }
  }

  private func done<Row: Listed>(
    _ sentence: String, _ row: Row?, columns: [Column<Row>]
  ) async throws {
    if let row { session.workspace.remember(last: row) }
    if let row, requestedFormat != nil || options.jq != nil {
      try await one(row, columns: columns)
      return
    }
    markShown()
    switch requestedFormat {
    case .json, .ndjson:
      let message: JSON = ["message": .string(sentence)]
      try sink.write(message.text() + "\n")
    case .ids: return
    default:
      try sink.write((sink.isTerminal ? HostileText.visible(sentence) : sentence) + "\n")
    }
  }

  private func one<Row: Listed>(_ row: Row, columns: [Column<Row>]) async throws {
    session.workspace.remember(last: row)
    session.workspace.remember(documents: [row.document], of: session.call.command)
    let fields = try chosen(columns)
    let format = self.format(fields, atTerminal: .list)
    var output = try rowOutput(fields, format: format, isSingle: true)
    markShown()
    let cells = written(fields, as: format)
    try await output.page(
      observed([Self.output(row, cells, times(format, .full))], cells, isSingle: true))
    try output.end(isComplete: true)
  }

  private func rows<Row: Listed>(
    _ pages: AsyncThrowingStream<ReplyPage<Row>, any Error>, limit: Int, columns: [Column<Row>]
  ) async throws {
    let fields = try chosen(columns)
    let format = self.format(fields, atTerminal: .table)
    let cells = written(fields, as: format)
    let labelTimes =
      session.call.io.isInteractive
      ? TimeText(.style(.relative), now: session.workspace.now()) : nil
    let times = times(format, .style(session.workspace.settings.times))
    var output = try rowOutput(fields, format: format, isSingle: false)
    var seen = ShownRows()
    var only: Row?
    var isCut = false
    var nextLink: String?
    do {
      try await session.showingProgress("rows", of: options.limit) { progress in
        var left = limit
        for try await page in pages {
          let wanted = page.rows.prefix(left)
          left -= wanted.count
          isCut = wanted.count < page.rows.count || left == 0 && page.hasMore
          nextLink = page.nextLink(after: wanted.count)
          if !wanted.isEmpty {
            markShown()
            let shown = observed(
              wanted.map { Self.output($0, cells, times) }, cells, isSingle: false)
            try await output.page(shown)
            seen.add(wanted, columns: columns, labels: labelTimes)
            only = seen.references.count == 1 ? wanted.first : nil
          }
          // At a terminal the rows themselves show how far it is.
          if !sink.isTerminal { progress?.advance(by: wanted.count) }
          if left == 0 { break }
        }
      }
    } catch {
      if hasShown { try? output.end(isComplete: false) }
      remember(seen)
      throw error
    }
    markShown()
    try output.end(isComplete: true)
    remember(seen)
    if let only { session.workspace.remember(last: only) }
    if isCut {
      afterwards("Showing the first \(seen.references.count). There are more.\(wayOn(nextLink))")
    } else if seen.references.isEmpty, !cells.isEmpty, sink.isTerminal, session.remarks.isTerminal {
      afterwards("(no rows)", in: .dim)
    }
  }

  /// How to go on from a link, where the command takes one.
  private func wayOn(_ link: String?) -> String {
    let catalog = session.workspace.catalog
    guard let link,
      let entry = catalog.entries.first(where: { $0.name == session.call.command }),
      catalog.grammar(of: entry).option("--next") != nil
    else { return "" }
    return "\n  To go on: --next '\(link.replacing("'", with: "%27"))'"
  }

  /// Says something beside the output once the output has ended.
  private func afterwards(_ text: String, in style: Style? = nil) {
    let errors = session.remarks
    remarks.withLock {
      $0.append(style?.applied(to: text, when: errors.usesColor) ?? text)
    }
  }

  /// Says what was kept for the end.
  func makeRemarks() {
    let texts = remarks.withLock { remarks in
      defer { remarks = [] }
      return remarks
    }
    for text in texts { try? session.remarks.write(text + "\n") }
  }

  /// Shows bytes as they are; at a terminal as text, on a line of their own.
  private func show(_ bytes: [UInt8]) throws {
    guard sink.isTerminal else { return try sink.write(bytes: bytes) }
    try sink.write(HostileText.visibleLines(String(decoding: bytes, as: UTF8.self)) + "\n")
  }

  private func remember(_ seen: ShownRows) {
    guard session.call.io.format == nil else { return }
    session.workspace.remember(seen)
    session.workspace.remember(documents: seen.documents, of: session.call.command)
  }

  private func markShown() { shown.withLock { $0 = true } }

  private func rowOutput<Row>(
    _ columns: [Column<Row>], format: OutputFormat, isSingle: Bool
  ) throws -> RowOutput {
    try RowOutput(
      columns: columns.map(\.header),
      format: format, isSingle: isSingle, options: options, sink: sink)
  }

  /// The columns whose cells are written: none where whole objects are, since cells take their time.
  private func written<Row>(
    _ columns: [Column<Row>], as format: OutputFormat
  ) -> [Column<Row>] {
    options.jq == nil && format.hasColumns ? columns : []
  }

  private static func output<Row: Listed>(
    _ row: Row, _ columns: [Column<Row>], _ times: TimeText
  ) -> Output.Row {
    Output.Row(
      document: row.document, cells: columns.map { $0.cell(row, times) }, reference: row.reference)
  }

  private func observed<Row: Listed>(
    _ rows: [Output.Row], _ columns: [Column<Row>], isSingle: Bool
  ) -> [Output.Row] {
    session.call.io.observer?.see(rows, titles: columns.map(\.title), isSingle: isSingle) ?? rows
  }

  /// How times are written: for a person at the terminal as asked, in a table for others exactly, and
  /// for programs as they came.
  private func times(_ format: OutputFormat, _ form: TimeText.Form) -> TimeText {
    switch format {
    case .table, .list:
      TimeText(sink.isTerminal ? form : .style(.exact), now: session.workspace.now())
    default: TimeText(.verbatim, now: session.workspace.now())
    }
  }

  /// The columns named by `--columns`, by title or by the path of a field; all without the option.
  private func chosen<Row: Listed>(_ columns: [Column<Row>]) throws -> [Column<Row>] {
    guard let names = options.columns?.text else { return columns }
    return try names.split(separator: ",").map { name in
      let name = name.trimmingPrefix(while: \.isWhitespace)
      if let column = columns.first(where: { $0.title.lowercased() == name.lowercased() }) {
        return column
      }
      guard name.contains(where: \.isLowercase), name.allSatisfy(Self.isFieldCharacter) else {
        throw CommandError(.unknownColumn(String(name), known: columns.map(\.title)))
      }
      return Column(String(name).uppercased(), field: String(name))
    }
  }

  private static func isFieldCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "._@".contains(character)
  }

  /// What a dry run shows: one write a line, as method, path and body.
  private func showPlan() throws {
    markShown()
    for request in session.call.plan {
      let line = request.line
      try sink.write((sink.isTerminal ? HostileText.visible(line) : line) + "\n")
    }
    if session.call.plan.isEmpty { try sink.write("Nothing would be written.\n") }
  }
}
