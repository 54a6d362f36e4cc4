import ArgumentParser
import CommandKit
import Documents
import Records

/// `--type`, `--severity` and the like, for what is told of an incident.
struct IncidentDetails: ParsableArguments {
  @Option(help: ArgumentHelp("Its type, such as Phishing.", valueName: "text"))
  var type: Word?

  @Option(help: ArgumentHelp("How severe it is.", valueName: "kind"))
  var severity: Severity?

  @Option(help: ArgumentHelp("Who works on it.", valueName: "person"))
  var owner: Word?

  @Option(help: ArgumentHelp("A label; several times for several.", valueName: "text"))
  var label: [Word] = []

  @Option(help: ArgumentHelp("What is known; - for standard input.", valueName: "text"))
  var details: Word?

  init() {}

  /// Whether anything is told.
  var isEmpty: Bool {
    type == nil && severity == nil && owner == nil && label.isEmpty && details == nil
  }
}

extension Session {
  /// The name under which an owner is kept: one that is written out is taken as it is, without asking.
  func owner(_ word: Word) async throws -> String {
    guard !word.isLiteral, word.text.hasPrefix("@"), word.text.count > 1 else { return word.text }
    if word.text == "@me" { return workspace.author.name }
    return try await PersonReference(word).resolve(in: self, for: .read).name
  }

  /// A text as it was typed; a bare `-` stands for the standard input.
  func text(_ word: Word) async throws -> String {
    guard word.text == "-", !word.isLiteral else { return word.text }
    var text = String(decoding: try await call.io.input.bytes(), as: UTF8.self)
    while text.last?.isNewline == true { text.removeLast() }
    guard !text.isEmpty else { throw CommandError(.emptyInput) }
    return text
  }

  /// Lets the command fail once its reply is shown, where channels could not be told.
  func conclude(_ refused: [String], _ sentence: String = "Not every channel was told.") {
    guard !refused.isEmpty else { return }
    call.conclude(CommandError(.partlyDone(sentence, refused: refused)))
  }
}
