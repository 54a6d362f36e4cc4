import Documents
import Output
import Synchronization

/// Shows one reply in the format asked for: the one place where a command's answer becomes text.
final class ReplyPresenter: Sendable {
  private let session: Session
  private let options: OutputOptions
  private let shown = Mutex(false)

  init(session: Session, options: OutputOptions) {
    self.session = session
    self.options = options
  }

  /// Whether anything went out already.
  var hasShown: Bool { shown.withLock { $0 } }

  private var sink: any Sink { session.call.io.output }

  /// The format that somebody asked for: by option, by where the command stands, or by setting.
  private var requestedFormat: OutputFormat? {
    options.output ?? session.call.io.format ?? session.workspace.settings.output
  }

  func show<Row: Listed>(_ reply: Reply<Row>, columns: [Column<Row>]) async throws {
    if session.call.isDryRun { return try showPlan() }
    switch reply {
    case .silent:
      return
    case .done(let sentence, let row):
      try done(sentence, row, columns: columns)
    case .one(let row):
      try one(row, columns: columns)
    case .rows(let pages):
      try await rows(pages, columns: columns)
    }
  }

  private func done<Row: Listed>(_ sentence: String, _ row: Row?, columns: [Column<Row>]) throws {
    if let row { session.workspace.remember(last: row) }
    if let row, requestedFormat != nil || options.jq != nil {
      try one(row, columns: columns)
      return
    }
    markShown()
    switch requestedFormat {
    case .json, .ndjson: try sink.write(JSON.object(["message": sentence]).text() + "\n")
    case .ids: return
    default:
      try sink.write((sink.isTerminal ? HostileText.visible(sentence) : sentence) + "\n")
    }
  }

  private func one<Row: Listed>(_ row: Row, columns: [Column<Row>]) throws {
    session.workspace.remember(last: row)
    let fields = try chosen(columns)
    var renderer = try renderer(
      fields, format: requestedFormat ?? (sink.isTerminal ? .list : .json), isSingle: true)
    markShown()
    try renderer.page([Self.output(row, fields)])
    try renderer.end(isComplete: true)
  }

  private func rows<Row: Listed>(
    _ pages: AsyncThrowingStream<[Row], any Error>, columns: [Column<Row>]
  ) async throws {
    let fields = try chosen(columns)
    var renderer = try renderer(
      fields, format: requestedFormat ?? (sink.isTerminal ? .table : .json), isSingle: false)
    var references: [String] = []
    var left = options.limit ?? .max
    var isCut = false
    var only: Row?
    do {
      for try await page in pages {
        let wanted = page.prefix(left)
        isCut = wanted.count < page.count
        left -= wanted.count
        if !wanted.isEmpty {
          markShown()
          try renderer.page(wanted.map { Self.output($0, fields) })
          references += wanted.map(\.reference)
          only = references.count == 1 ? wanted.first : nil
        }
        if isCut { break }
      }
    } catch {
      if hasShown { try? renderer.end(isComplete: false) }
      remember(references)
      throw error
    }
    markShown()
    try renderer.end(isComplete: true)
    remember(references)
    if let only { session.workspace.remember(last: only) }
    if isCut { session.notice("Showing the first \(references.count). There are more.") }
  }

  private func remember(_ references: [String]) {
    guard session.call.io.format == nil else { return }
    session.workspace.remember(references: references)
  }

  private func markShown() { shown.withLock { $0 = true } }

  private func renderer<Row>(
    _ columns: [Column<Row>], format: OutputFormat, isSingle: Bool
  ) throws -> RowRenderer {
    let filter = try options.jq.map { try JQFilter(compiling: $0) }
    return RowRenderer(
      columns: columns.map { ColumnHeader($0.title) }, isSingle: isSingle,
      options: RenderOptions(
        format: format, for: sink, raw: options.raw, jq: filter, numbersRows: !isSingle),
      sink: sink)
  }

  private static func output<Row: Listed>(_ row: Row, _ columns: [Column<Row>]) -> Output.Row {
    Output.Row(
      document: row.document, cells: columns.map { $0.cell(row) }, reference: row.reference)
  }

  /// The columns named by `--columns`, by title or by the path of a field; all without the option.
  private func chosen<Row: Listed>(_ columns: [Column<Row>]) throws -> [Column<Row>] {
    guard let names = options.columns else { return columns }
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
      let body = request.body.map { " " + $0.text() } ?? ""
      let line = "\(request.method) \(request.target)\(body)  (as \(request.identity.rawValue))"
      try sink.write((sink.isTerminal ? HostileText.visible(line) : line) + "\n")
    }
    if session.call.plan.isEmpty { try sink.write("Nothing would be written.\n") }
  }
}
