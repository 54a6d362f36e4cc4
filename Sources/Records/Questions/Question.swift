package import Documents
package import Foundation

/// A question that the bot asked, and the answer that it got.
package struct Question: Sendable, Hashable {
  /// What its card carries back with the answer.
  package let id: String
  package let text: String
  /// The answers that its buttons offer; none for a free one, and for a card of one's own.
  package var options: [String] = []
  /// The incident and the task that it is about; numbers here, any word from elsewhere.
  package var incident: String?
  package var task: String?
  /// Whom it was asked: a channel's path or a person's name.
  package var recipient: String
  /// Where its card is; `nil` before it was sent.
  package var conversation: String?
  package var message: String?
  package let askedAt: Date
  package var answer: Answer?

  package init(id: String, text: String, recipient: String, askedAt: Date) {
    self.id = id
    self.text = text
    self.recipient = recipient
    self.askedAt = askedAt
  }

  /// What somebody answered, and who it was.
  package struct Answer: Sendable, Hashable {
    package let text: String
    /// Every input of the card, as it came.
    package let fields: JSON
    /// The person's id in Entra ID.
    package var personID: String?
    package var person: String
    package var mail: String?
    package let time: Date

    package init(text: String, fields: JSON, person: String, time: Date) {
      self.text = text
      self.fields = fields
      self.person = person
      self.time = time
    }
  }

  /// What became of an answer.
  package enum Outcome: Sendable, Hashable {
    /// It is the first one.
    case taken(Question)
    /// Somebody answered before.
    case late(Question)
    /// Nobody asked that.
    case unknown
  }
}
