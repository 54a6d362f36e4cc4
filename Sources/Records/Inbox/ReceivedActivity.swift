package import Documents
package import Foundation

/// An activity on its way into the inbox.
package struct ArrivingActivity: Sendable, Hashable {
  /// What a redelivery has in common with the first delivery, and nothing else has.
  package let key: String
  package let receivedAt: Date
  /// The JSON text as it was received.
  package let text: String

  package init(key: String, receivedAt: Date, text: String) {
    self.key = key
    self.receivedAt = receivedAt
    self.text = text
  }
}

/// An activity as the inbox keeps it.
package struct ReceivedActivity: Sendable, Hashable {
  /// Its place in the order of arrival; numbers only rise, and none is given twice.
  package let number: Int64
  package let key: String
  package let receivedAt: Date
  package let document: JSON
  /// How often somebody began to handle it.
  ///
  /// More than once means that a process ended in the middle of it, and may have done the work already.
  package let claims: Int
  package let handledAt: Date?

  package var isHandled: Bool { handledAt != nil }
}
