/// Takes the reply of a command: shows it, or keeps it for another command.
protocol ReplyReader: Sendable {
  /// Whether anything of it went out already.
  var hasShown: Bool { get }

  /// Reads a reply to its end.
  func show<Row: Listed>(_ reply: Reply<Row>, columns: [Column<Row>]) async throws
}
