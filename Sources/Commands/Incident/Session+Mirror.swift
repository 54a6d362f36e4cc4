package import CommandKit
import Graph
package import Records

/// What channels are told of incidents, as the bot.
extension Session {
  /// Where an incident is mirrored.
  package func mirrors(of number: Int64) throws(RecordsError) -> [Mirror] {
    try workspace.knownIncidents()?.mirrors(of: number) ?? []
  }

  /// Sends a note to the channels in which its incident is mirrored.
  ///
  /// A note from Teams goes to the other channels alone, and one that has been through a mirror goes nowhere.
  ///
  /// - Parameters:
  ///   - note: The note.
  ///   - channel: The channel that it came from; `nil` for one that was written here.
  /// - Returns: Which channels did not get it, and why.
  /// - Throws: `CancellationError`; whatever else happens is said of the channel that it happened to.
  package func mirror(
    _ note: Incident.Note, from channel: String? = nil
  ) async throws -> [String] {
    guard !MirrorText.isMirrored(note.text), !note.isFromTeams || channel != nil else { return [] }
    let hearers = try hearers(of: note.incident).filter { $0.channelID != channel }
    return try await say(MirrorText(note), in: hearers)
  }

  /// Where notes of an incident go.
  func hearers(of number: Int64) throws(RecordsError) -> [Mirror] {
    try mirrors(of: number).filter(\.sendsToTeams)
  }

  /// Tells a change to the channels that are told of changes, but for some.
  func tell(
    _ sentence: String, about number: Int64, but channels: Set<String> = []
  ) async throws -> [String] {
    let hearers = try hearers(of: number).filter {
      $0.content == .all && !channels.contains($0.channelID)
    }
    return try await say(MirrorText(sentence: sentence), in: hearers)
  }

  /// Says something in several channels; what fails in one of them keeps the others from nothing.
  func say(_ text: MirrorText, in mirrors: [Mirror]) async throws -> [String] {
    var refused: [String] = []
    for mirror in mirrors {
      do {
        _ = try await asBot().post(text.activity, in: mirror.channelID, to: mirror.channel)
      } catch {
        refused.append(try refusal(of: error, for: mirror.path))
      }
    }
    return refused
  }

  /// Tells the profile's notifications channel of an incident, where that is wanted and it is severe enough.
  ///
  /// - Returns: Why the channel was not told; empty for well and for unwanted.
  func notify(_ sentence: String, _ severity: Severity) async throws -> [String] {
    let profile = workspace.configuration.profile
    let threshold = Severity(word: profile.severityThreshold ?? "Low") ?? .unknown
    guard profile.notifiesOfIncidents == true, severity >= threshold else { return [] }
    let name = profile.notificationsChannel ?? "General"
    do {
      let bot = try await asBot()
      var team: Named?
      if let home = profile.team {
        team = try await TeamReference(Word(home, isLiteral: true)).resolve(in: self, for: .write)
      }
      let found = try await ChannelReference(Word(name, isLiteral: true)).resolve(
        in: self, team: team, for: .write)
      try await checkOpenToBots(found.channel, of: found.team)
      let text = MirrorText(sentence: "\(sentence) (\(severity.rawValue))")
      _ = try await bot.post(text.activity, in: found.channel.id, to: found.channel)
      return []
    } catch {
      return [try refusal(of: error, for: name)]
    }
  }

  /// Why something could not be done in a place.
  ///
  /// - Throws: `CancellationError` where somebody broke off.
  func refusal(of error: any Error, for place: String) throws -> String {
    if error is CancellationError || Task.isCancelled { throw CancellationError() }
    return "\(place): \(Failure(error).what)"
  }
}
