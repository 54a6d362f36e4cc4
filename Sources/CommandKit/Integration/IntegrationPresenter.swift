import Documents
import Output

/// Shows what an integration command answers: its text, or its context where a format for programs is asked for.
struct IntegrationPresenter {
  let command: String
  let workspace: Workspace
  let io: CommandIO
  let options: OutputOptions

  private var format: OutputFormat? {
    options.output ?? io.format ?? workspace.settings.output
  }

  func show(_ answer: IntegrationAnswer) async throws {
    workspace.remember(documents: [answer.context], of: command)
    if options.jq != nil { return try await show(answer.context, as: .json) }
    switch format {
    case nil, .markdown: try write(answer.text)
    case .json, .ndjson, .yaml: try await show(answer.context, as: format ?? .json)
    case .ids: for reference in answer.references { try write(reference) }
    case .table, .list, .csv, .tsv:
      guard let table = answer.table else { return try write(answer.text) }
      try await show(table, as: format ?? .table)
    }
  }

  /// Shows what a dry run would have sent.
  func show(plan: [PlannedRequest]) throws {
    for request in plan { try write(request.line) }
    if plan.isEmpty { try write("Nothing would be written.") }
  }

  /// Writes a text that ends in a newline, once.
  private func write(_ text: String) throws {
    let visible = io.output.isTerminal ? HostileText.visibleLines(text) : text
    try io.output.write(visible.hasSuffix("\n") ? visible : visible + "\n")
  }

  private func show(_ context: JSON, as format: OutputFormat) async throws {
    var output = try RowOutput(
      columns: [], format: format, isSingle: true, options: options, sink: io.output)
    try await output.page([Row(document: context, cells: [], reference: "")])
    try output.end(isComplete: true)
  }

  private func show(_ table: IntegrationTable, as format: OutputFormat) async throws {
    var output = try RowOutput(
      columns: table.headers.map { ColumnHeader($0) }, format: format, isSingle: false,
      options: options, sink: io.output)
    try await output.page(
      table.rows.map { Row(document: .null, cells: $0, reference: $0.first ?? "") })
    try output.end(isComplete: true)
  }
}

extension PlannedRequest {
  /// The write on one line: method, path and body.
  var line: String {
    let body = body.map { " " + $0.text() } ?? ""
    return "\(method) \(target)\(body)  (as \(identity.rawValue))"
  }
}
