import Logging
import Output

/// Writes what requests leave in the log to standard error, a line each.
struct TraceHandler: LogHandler {
  let sink: any Sink
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.trace

  init(sink: any Sink) {
    self.sink = sink
  }

  subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    let facts = all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let line = (["\(event.message)"] + facts).joined(separator: " ")
    try? sink.write("trace: \(HostileText.visible(line))\n")
  }
}
