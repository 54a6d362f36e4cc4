import Cache
import Identity
import Output
import Records

extension Failure {
  init(_ error: ConfigurationError) {
    switch error.code {
    case .unreadable(let reason):
      self.init("\(error.path) cannot be read.", why: reason, .failed)
    case .invalidYAML(let line, let reason):
      self.init(
        "\(error.path)\(line.map { ":\($0)" } ?? "") is not valid YAML.", why: reason, .usage)
    case .unknownProfile(let name, let known, let warnings):
      let odd = warnings.map { Self.sentence($0, path: error.path) }
      self.init(
        "\(error.path) has no profile \(Self.quoted(name)).",
        why: odd.isEmpty ? nil : odd.joined(separator: "\n  "),
        next: known.isEmpty ? nil : "It has: \(known.joined(separator: ", "))", .usage)
    case .profileExists(let name):
      self.init(
        "\(error.path) has a profile \(Self.quoted(name)) already.",
        next: "Type: profile delete \(name)", .usage)
    case .notEditable:
      self.init(
        "\(error.path) is written in a way that teamsh does not change.",
        next: "Change it by hand.", .failed)
    case .unwritable(let reason):
      self.init("\(error.path) cannot be written.", why: reason, .failed)
    case .unknownCloud(let name):
      self.init(
        "\(error.path): there is no cloud \(Self.quoted(name)).",
        next: "There are: \(Cloud.allCases.map(\.rawValue).joined(separator: ", "))", .usage)
    case .addressMissing:
      self.init(
        "\(error.path): a custom cloud needs its addresses.",
        next: "Set graph-url and login-url of the profile.", .usage)
    case .secretFileExposed:
      self.init(
        "Others can read the secret in \(error.path).", next: "Type: chmod 600 \(error.path)",
        .signIn)
    case .secretFileUnreadable(let reason):
      self.init("The secret in \(error.path) cannot be read.", why: reason, .signIn)
    case .invalidURL(let text):
      self.init("\(Self.quoted(text)) is no address.", next: "Give it with https://.", .usage)
    case .invalidPace(let text):
      let modes = PaceMode.allCases.map(\.rawValue).joined(separator: ", ")
      self.init("TEAMSH_PACE cannot be \(Self.quoted(text)).", next: "One of: \(modes)", .usage)
    }
  }

  /// The sentence about an odd place in `config.yaml`.
  package static func sentence(_ warning: ProfileFile.Warning, path: String) -> String {
    switch warning.problem {
    case .unknownKey(let key): "\(path):\(warning.line): the key \(quoted(key)) is not known."
    case .wrongValue(let key): "\(path):\(warning.line): \(quoted(key)) cannot have that value."
    }
  }

  init(_ error: CacheError) {
    let why = error.detail.isEmpty ? error.path : "\(error.path): \(error.detail)"
    switch error.code {
    case .unwritable: self.init("The cache cannot be written.", why: why, .failed)
    case .damaged: self.init("The cache is damaged.", why: why, .failed)
    case .noSpace: self.init("No space is left for the cache.", why: why, .failed)
    case .busy: self.init("Another program keeps the cache locked.", why: why, .failed)
    case .failed: self.init("The cache failed.", why: why, .failed)
    }
  }

  init(_ error: JournalError) {
    switch error.code {
    case .unreadable:
      self.init("The journal \(error.path) cannot be read.", why: error.reason, .failed)
    case .unwritable:
      self.init(
        "The journal \(error.path) cannot be written.", why: error.reason,
        next: "A write that cannot be recorded is not sent. Free the place, or set TEAMSH_HOME.",
        .failed)
    }
  }

  init(_ error: SinkError) {
    let place = error.path ?? "standard output"
    switch error.code {
    case .closedPipe: self.init("Standard output was closed.", .closedOutput)
    case .noSpace: self.init("No space is left for \(place).", why: error.reason, .failed)
    case .noFolder: self.init("There is no folder for \(place).", why: error.reason, .failed)
    case .isFolder: self.init("\(place) is a folder.", .failed)
    case .notPermitted: self.init("\(place) may not be written.", why: error.reason, .failed)
    case .failed: self.init("\(place) cannot be written.", why: error.reason, .failed)
    }
  }

  init(_ error: JQError) {
    switch error.code {
    case .compile: self.init("The jq expression is not valid.", why: error.message, .usage)
    case .stopped: self.init("jq was stopped.", .interrupted)
    case .run: self.init("jq failed on an object.", why: error.message, .failed)
    }
  }
}
