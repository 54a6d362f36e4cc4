extension Failure {
  /// The words for what an incident does not let happen.
  init(incident error: CommandError) {
    switch error.code {
    case .incidentState(let number, isClosed: true):
      self.init(
        "Incident \(number) is closed.", next: "To open it again: incident restore \(number)",
        .usage)
    case .incidentState(let number, isClosed: false):
      self.init("Incident \(number) is open.", .usage)
    case .mirroredElsewhere(let number, let channel):
      self.init(
        "Incident \(number) is mirrored in \(channel) already.",
        why: "An incident has one channel in a team.",
        next: "To do without that one: incident unmirror \(number)", .usage)
    case .notMirrored(let number):
      self.init(
        "Incident \(number) is not mirrored there.", next: "See: incident show \(number)", .notFound
      )
    default:
      self.init("Failed.", .failed)
    }
  }
}
