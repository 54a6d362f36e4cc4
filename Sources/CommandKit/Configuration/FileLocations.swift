import Foundation

/// Where teamsh keeps its files: the XDG base directories, or one folder for all with `TEAMSH_HOME`.
package struct FileLocations: Sendable, Hashable {
  /// `config.yaml` and `rc`.
  package let config: String
  /// History and journal.
  package let data: String
  /// The tenant's cache.
  package let cache: String

  /// Reads `TEAMSH_HOME`, the `XDG_*` variables and `HOME`, in that order.
  ///
  /// Without `HOME` the account's own home folder is taken, as the system knows it. An XDG variable
  /// that is not an absolute path is ignored, as the specification asks.
  package init(environment: [String: String]) {
    if let home = environment["TEAMSH_HOME"], !home.isEmpty {
      config = home
      data = home
      cache = home
      return
    }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    func folder(_ variable: String, _ fallback: String) -> String {
      let base = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
      return (base ?? "\(home)/\(fallback)") + "/teamsh"
    }
    config = folder("XDG_CONFIG_HOME", ".config")
    data = folder("XDG_DATA_HOME", ".local/share")
    cache = folder("XDG_CACHE_HOME", ".cache")
  }

  package var configFile: String { "\(config)/config.yaml" }
  package var historyFile: String { "\(data)/history" }
  package var inboxFile: String { "\(data)/inbox.sqlite" }
  package var incidentsFile: String { "\(data)/incidents.sqlite" }
  package var contactsFile: String { "\(data)/contacts.sqlite" }
  /// What the bot's endpoint tells of itself.
  package var endpointLogFile: String { "\(data)/endpoint.log" }
  package var journalFile: String { "\(data)/journal.ndjson" }
}
