import Foundation
import TestSupport

/// A shell of the system, with the completion script of this repository loaded.
enum SystemShell: String, CaseIterable, Sendable, CustomStringConvertible {
  case bash, zsh, fish

  /// The shell is not on this machine, so nothing can be said about its completion.
  struct Missing: Error, CustomStringConvertible {
    let shell: SystemShell

    var description: String { "\(shell.rawValue) is not installed; make setup installs it" }
  }

  var description: String { rawValue }

  /// The words that the shell puts in the place of a line's last one.
  ///
  /// bash and zsh run in a pseudo-terminal and get the key that inserts all completions; the line then
  /// calls a function that prints its arguments. fish is asked by its own `complete -C`.
  func completions(of line: CompletionCase) throws -> [String] {
    let folder = try Folder()
    let terminal = try start(in: folder, line.line)
    switch self {
    case .bash:
      try terminal.wait(for: Self.ready)
      terminal.type(line.line + "\u{1B}*\r")
    case .zsh:
      try terminal.wait(for: Self.ready)
      terminal.type(line.line + "\u{18}a\r")
    case .fish: break
    }
    try terminal.wait(for: Self.begin)
    let printed = try terminal.wait(for: Self.end)
    var words = printed.split(whereSeparator: \.isNewline).dropLast().map(String.init)
    if self != .fish { words.removeFirst(min(line.settledWords, words.count)) }
    return words == [line.typed] ? [] : words.sorted()
  }

  private static let ready = "<<READY>>"
  private static let begin = "<<BEGIN>>"
  private static let end = "<<END>>"

  private func start(in folder: Folder, _ line: String) throws -> PseudoTerminal {
    let program = ["/usr/bin/", "/bin/", "/usr/local/bin/"].map { $0 + rawValue }
      .first(where: FileManager.default.isExecutableFile)
    guard let program else { throw Missing(shell: self) }
    let environment = [
      "HOME": folder.path, "ZDOTDIR": folder.path, "PATH": "/usr/bin:/bin", "TERM": "xterm",
      "LC_ALL": "C.UTF-8",
    ]
    let arguments: [String]
    switch self {
    case .bash:
      arguments = ["--noprofile", "--rcfile", try folder.write("bashrc", bashStart), "-i"]
    case .zsh:
      _ = try folder.write(".zshrc", zshStart)
      arguments = ["--no-globalrcs", "-i"]
    case .fish:
      arguments = ["--no-config", "--command", fishStart, line]
    }
    return try PseudoTerminal(
      "/bin/sh", ["-c", "cd \"$0\" && exec \"$@\"", folder.path, program] + arguments,
      environment: environment, columns: 200)
  }

  private var printing: String {
    """
    teamsh() { printf '<<%s>>\\n' BEGIN; printf '%s\\n' "$@"; printf '<<%s>>\\n' END; }
    """
  }

  private var bashStart: String {
    """
    bind 'set enable-bracketed-paste off'
    source '\(Self.scripts)/teamsh.bash'
    \(printing)
    PS1='<<READY>>'
    """
  }

  private var zshStart: String {
    """
    fpath=('\(Self.scripts)' $fpath)
    autoload -Uz compinit && compinit -u -D
    zle -C all-matches complete-word _generic
    bindkey '^Xa' all-matches
    zstyle ':completion:all-matches:*' completer _all_matches _complete
    zstyle ':completion:all-matches:*' insert yes
    unsetopt prompt_sp zle_bracketed_paste 2>/dev/null
    \(printing)
    PS1='<<READY>>'
    """
  }

  private var fishStart: String {
    """
    source '\(Self.scripts)/teamsh.fish'
    echo '<<BEGIN>>'
    complete -C $argv[1] | string replace -r '\\t.*' ''
    echo '<<END>>'
    """
  }

  /// The folder of the generated scripts.
  private static var scripts: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("completions").path
  }
}

/// A folder of a test's own, gone with it.
private final class Folder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("completion-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    _ = try write("script.teamsh", "")
    _ = try write("contoso.txt", "")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ name: String, _ text: String) throws -> String {
    let file = "\(path)/\(name)"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    return file
  }
}
