import CommandKit
import Graph

extension Session {
  /// Stores the files of a message, and sends it.
  ///
  /// - Parameters:
  ///   - draft: The message.
  ///   - files: The files, looked at before.
  ///   - path: Where messages are posted.
  ///   - place: The conversation.
  ///   - target: What the journal says it was about; the conversation if left out.
  /// - Returns: The message as it was sent.
  /// - Throws: What the requests throw.
  func send(
    _ draft: inout MessageDraft, _ files: [LocalFile], along path: GraphPath, at place: Place,
    naming target: Named? = nil
  ) async throws -> ChatMessage {
    try await FileDelivery(session: self, place: place).deliver(files, with: &draft) { draft in
      let request: GraphRequest<ChatMessage> = .post(path, draft.document)
      return try await write(request, to: target ?? place.named)
    }
  }
}
