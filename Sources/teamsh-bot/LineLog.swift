import Foundation
import Logging

/// Writes one line for each event to standard error: when, how grave, what, and the facts.
struct LineLog: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  init(label: String) {}

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let facts = metadata.merging(event.metadata ?? [:]) { _, new in new }
      .sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    let text = "\(Date().formatted(.iso8601)) \(event.level) \(event.message)\(facts)"
    let harmless = String(text.map { $0.isNewline || $0 == "\u{1B}" ? " " : $0 })
    // A log that cannot be written must not end the endpoint.
    try? FileHandle.standardError.write(contentsOf: Data((harmless + "\n").utf8))
  }
}
