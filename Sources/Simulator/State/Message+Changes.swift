import GRDB

extension Message {
  /// Changes the message as a client asks: people change their words, apps say what a policy finds.
  ///
  /// - Parameters:
  ///   - db: The tenant's database.
  ///   - request: What is to be another; the rest stays.
  ///   - address: Where the message is found, for its images.
  ///   - caller: Who asks.
  ///   - now: The time.
  /// - Throws: Graph's refusals of what is asked, and of who asks.
  func change(
    _ db: Database, as request: Document, at address: String, by caller: Caller, at now: Instant
  ) throws {
    guard caller.isApp else {
      let draft = try MessageDraft(request, changing: self)
      try edit(db, as: draft, at: address, by: caller, at: now)
      for hosted in draft.hostedContents { try hosted.insert(db, place: place, message: id) }
      return
    }
    guard let violation = request["policyViolation"], violation.isNull || violation.fields != nil
    else {
      throw GraphFailure.badRequest(
        "Only 'policyViolation' can be updated in application-only context.")
    }
    try flag(db, violation, at: now)
  }

  /// Gives the message new words; only its author may.
  private func edit(
    _ db: Database, as draft: MessageDraft, at address: String, by caller: Caller, at now: Instant
  ) throws {
    try requireAuthor(caller)
    guard deletedAt == nil else { throw GraphFailure.unknownMessage }
    let time = max(now.milliseconds, modifiedAt + 1)
    try db.execute(
      sql: """
        UPDATE messages SET subject = ?, importance = ?, contentType = ?, content = ?,
          attachments = ?, mentions = ?, editedAt = ?, modifiedAt = ?,
          activity = MAX(activity, ?) WHERE place = ? AND id = ?
        """,
      arguments: [
        draft.subject, draft.importance, draft.contentType, draft.content(ofMessageAt: address),
        draft.attachments.jsonText, draft.mentions.jsonText, time, time, time, place, id,
      ])
  }

  /// Marks the message as deleted; a second time changes nothing.
  func softDelete(_ db: Database, by caller: Caller, at now: Instant) throws {
    try requireAuthor(caller)
    try markDeleted(db, at: now)
  }

  func markDeleted(_ db: Database, at now: Instant) throws {
    guard deletedAt == nil else { return }
    let time = max(now.milliseconds, modifiedAt + 1)
    try db.execute(
      sql: """
        UPDATE messages SET deletedAt = ?, modifiedAt = ?, activity = MAX(activity, ?)
        WHERE place = ? AND id = ?
        """,
      arguments: [time, time, time, place, id])
  }

  func requireAuthor(_ caller: Caller) throws {
    guard kind == .message, authorID != nil, authorID == caller.personID else {
      throw GraphFailure.forbidden("Caller is not the sender of the message '\(id)'.")
    }
  }
}
