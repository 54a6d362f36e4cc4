import CommandKit
import Commands

/// Writes what can be derived from the commands' declarations.
@main
struct GenerateReference {
  static func main() {
    print(Catalog.teamsh.entries.map(\.name).joined(separator: "\n"))
  }
}
