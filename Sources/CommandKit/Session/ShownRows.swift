package import Documents
import Synchronization

/// What a reply showed, as far as completion offers it afterwards.
package struct ShownRows: Sendable {
  /// What each row stands for.
  package private(set) var references: [String] = []
  /// What the first rows look like, a line each.
  package private(set) var labels: [String] = []
  /// The first objects whole, for the names of their fields.
  package private(set) var documents: [JSON] = []

  /// More rows than this are pointed at without a look at what they are.
  private static let mostLabels = 200
  private static let mostDocuments = 5
  /// The cells that tell rows apart stand first.
  private static let cellsOfLabel = 3

  package init() {}

  /// Takes in some more rows; their labels only where times are told how to be written in them.
  mutating func add<Row: Listed>(
    _ rows: some Collection<Row>, columns: [Column<Row>], labels times: TimeText?
  ) {
    references += rows.map(\.reference)
    documents += rows.prefix(Self.mostDocuments - documents.count).map(\.document)
    guard let times else { return }
    let told = columns.filter { $0.kind != .id }.prefix(Self.cellsOfLabel)
    for row in rows.prefix(Self.mostLabels - labels.count) {
      labels.append(
        told.map { $0.cell(row, times) }.filter { !$0.isEmpty }.joined(separator: " · "))
    }
  }
}

extension Workspace {
  /// The rows of the list just shown, which `%1` and its like point into.
  package var shownRows: ShownRows { state.withLock { $0.shown } }

  func remember(_ shown: ShownRows) {
    state.withLock { $0.shown = shown }
  }

  /// Remembers what objects a command answers with.
  func remember(documents: [JSON], of command: String) {
    guard !documents.isEmpty else { return }
    state.withLock { state in
      state.documents[command] = documents
      state.lastDocuments = documents
    }
  }

  /// Objects that a command answered with when it last ran, or else those of the last reply at all.
  package func documents(of command: String) -> [JSON] {
    state.withLock { $0.documents[command] ?? $0.lastDocuments }
  }
}
