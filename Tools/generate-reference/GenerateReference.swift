import CommandKit
import Commands
import Foundation

/// Writes what can be derived from the commands' declarations, below a folder.
@main
struct GenerateReference {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first, arguments.count == 1 else {
      FileHandle.standardError.write(Data("usage: generate-reference FOLDER\n".utf8))
      exit(2)
    }
    for (path, text) in files(Reference(.teamsh)) {
      let file = URL(fileURLWithPath: folder).appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file, options: .atomic)
    }
  }

  private static func files(_ reference: Reference) -> [(path: String, text: String)] {
    [
      ("completions/teamsh.bash", BashCompletion(reference).text),
      ("completions/_teamsh", ZshCompletion(reference).text),
      ("completions/teamsh.fish", FishCompletion(reference).text),
      ("Documentation/Commands.md", CommandsPage(reference).text),
      ("Documentation/Integration.md", IntegrationPage(reference).text),
      ("Documentation/Permissions.md", PermissionsPage(reference).text),
      ("Documentation/ExitCodes.md", ExitCodesPage().text),
      ("Documentation/teamsh.1", ManualPage(reference).text),
    ]
  }
}
