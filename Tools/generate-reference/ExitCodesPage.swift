import CommandKit

/// `Documentation/ExitCodes.md`: the codes, and which failures end with each.
struct ExitCodesPage {
  var text: String {
    let rows = ExitCode.meanings.map { ["\($0.code.rawValue)", $0.name, $0.sentence] }
    return
      ([
        "# Exit codes", Markdown.notice,
        """
        What `teamsh` tells the system when it ends, and `$?` holds behind each statement. A program \
        run from a script may end with any other code, which is passed on. In `if`, codes 1 and 5 \
        count as false; any other failure is one.
        """,
        Markdown.table(["Code", "Name", "Meaning"], rows),
      ] + ExitCode.meanings.flatMap(section)).compactMap { $0 }.joined(separator: "\n\n") + "\n"
  }

  private func section(_ meaning: ExitCode.Meaning) -> [String] {
    var sentences: [String] = []
    for failure in Failure.samples
    where failure.exitCode == meaning.code && !sentences.contains(failure.what) {
      sentences.append(failure.what)
    }
    guard !sentences.isEmpty else { return [] }
    return [
      "## \(meaning.code.rawValue): \(meaning.name)",
      sentences.map { "- \($0)" }.joined(separator: "\n"),
    ]
  }
}
