package import Records

/// The records that sessions of one data folder share with the bot's endpoint.
extension Workspace {
  /// The incidents and questions; the file is made with the first one.
  package func incidents() throws(RecordsError) -> IncidentStore {
    try IncidentStore.open(at: configuration.files.incidentsFile)
  }
}
