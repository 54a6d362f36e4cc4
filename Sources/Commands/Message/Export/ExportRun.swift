import CommandKit
import Documents
import Graph

/// Exports many conversations, some at once, and goes on where one fails.
struct ExportRun: Sendable {
  let session: Session
  let graph: GraphClient
  let wishes: ExportWishes
  let target: ExportTarget

  /// As many as Graph lets an app read messages in a second, each place once: more would only wait.
  private static let mostAtOnce = 20

  /// What became of one conversation.
  struct Outcome: Sendable {
    let place: Place
    let file: String
    let end: End

    enum End: Sendable {
      case exported(ConversationExport.Result)
      /// An earlier run wrote the file, and nothing has changed since.
      case unchanged(ExportRecord)
      case failed(String)
    }
  }

  /// - Returns: What became of each, in the order given.
  /// - Throws: What concerns all of them: a permission that is missing, a disk that is full, Ctrl-C.
  func run(_ places: [Place]) async throws -> [Outcome] {
    let jobs = try jobs(places)
    return try await session.showingProgress(
      unit(places), of: places.count, counting: "messages"
    ) { progress in
      var outcomes: [Outcome?] = Array(repeating: nil, count: jobs.count)
      do {
        try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
          var next = 0
          func start() {
            guard next < jobs.count else { return }
            let (index, job) = (next, jobs[next])
            group.addTask { (index, try await outcome(of: job, progress)) }
            next += 1
          }
          for _ in 0..<Self.mostAtOnce { start() }
          while let (index, outcome) = try await group.next() {
            outcomes[index] = outcome
            progress?.advance(by: 1)
            start()
          }
        }
      } catch {
        progress?.end()
        tellOfRest(jobs, outcomes)
        throw error
      }
      return outcomes.compactMap { $0 }
    }
  }

  private func unit(_ places: [Place]) -> String {
    let kinds = Set(places.map(\.kind))
    return kinds == [.channel] ? "channels" : kinds == [.chat] ? "chats" : "conversations"
  }

  /// Says what an export that was ended leaves behind.
  private func tellOfRest(_ jobs: [Job], _ outcomes: [Outcome?]) {
    let done = outcomes.count { $0 != nil }
    let missing = zip(jobs, outcomes).filter { $1 == nil }.map(\.0.place.path)
    guard !missing.isEmpty, jobs.count > 1 else { return }
    let named = missing.prefix(5).joined(separator: ", ")
    let rest = missing.count > 5 ? " and \(missing.count - 5) more" : ""
    session.tell(
      "\(done) of \(jobs.count) are exported. Missing: \(named)\(rest). The same line goes on there."
    )
  }
}

extension ExportRun {
  /// One conversation, and the names of its file.
  private struct Job: Sendable {
    let place: Place
    let path: GraphPath
    let file: String
    let folder: String
    let ledger: ExportLedger?
  }

  private func jobs(_ places: [Place]) throws -> [Job] {
    switch target {
    case .file(let file):
      let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
      return places.compactMap { place in
        MessageRequest.path(of: place).map {
          Job(place: place, path: $0, file: file, folder: "\(stem).files", ledger: nil)
        }
      }
    case .folder(let folder):
      try ExportTarget.makeFolder(folder)
      let ledger = try ExportLedger(folder: folder)
      return places.compactMap { place in
        guard let path = MessageRequest.path(of: place), let key = place.cacheKey else {
          return nil
        }
        let stem = ledger.stem(of: key, named: Self.title(of: place))
        return Job(
          place: place, path: path, file: "\(folder)/\(stem).\(wishes.format.fileExtension)",
          folder: "\(folder)/\(stem).files", ledger: ledger)
      }
    }
  }

  private static func title(of place: Place) -> String {
    guard case .channel(let team, let channel) = place else { return place.path }
    return "\(team.name) - \(channel.name)"
  }

  private func outcome(of job: Job, _ progress: ProgressLine?) async throws -> Outcome {
    let export = ConversationExport(
      place: job.place, path: job.path, file: job.file, folder: job.folder, wishes: wishes,
      graph: graph, progress: progress)
    do {
      if let record = try await unchanged(job, export) {
        return Outcome(place: job.place, file: job.file, end: .unchanged(record))
      }
      let result = try await export.run()
      if let key = job.place.cacheKey, let ledger = job.ledger {
        try ledger.add(
          ExportRecord(
            key: key, place: job.place.path,
            file: String(job.file.split(separator: "/").last ?? ""), wishes: wishes.fingerprint,
            stamp: result.stamp, messages: result.messages, attachments: result.attachments,
            missing: result.missing))
      }
      return Outcome(place: job.place, file: job.file, end: .exported(result))
    } catch let error where isOfOneOnly(error) {
      return Outcome(place: job.place, file: job.file, end: .failed(Failure(error).what))
    }
  }

  /// What the last run wrote, where another one would write the same.
  private func unchanged(_ job: Job, _ export: ConversationExport) async throws -> ExportRecord? {
    guard let key = job.place.cacheKey, let record = job.ledger?.record(of: key),
      record.wishes == wishes.fingerprint, record.missing.isEmpty,
      job.file.hasSuffix("/\(record.file)"), ExportTarget.exists(job.file)
    else { return nil }
    return try await export.currentStamp() == record.stamp ? record : nil
  }

  /// Whether a failure is about one conversation, so that the next one may fare better.
  private func isOfOneOnly(_ error: any Error) -> Bool {
    if Task.isCancelled { return false }
    if let error = error as? GraphError {
      switch error.code {
      case .unauthorized, .foreignToken: return false
      // A file that may not be read ends the export only where none may.
      case .forbidden:
        return error.missingPermissions.isEmpty && !error.template.hasPrefix("/shares/")
      default: return true
      }
    }
    return Failure(error).exitCode == .network
  }
}
