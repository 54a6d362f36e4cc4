package import Documents

/// Whether a person is there, as Teams tells others.
package struct Presence: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  package var id: String { text("id") ?? "" }
  /// `Available`, `Busy`, `Away`, `DoNotDisturb`, `Offline` and their like.
  package var availability: String? { text("availability") }
  /// More exactly: `InACall`, `Presenting`, `OutOfOffice` and their like.
  package var activity: String? { text("activity") }
  /// What the person wrote beside their name, in the form that it came in.
  package var statusMessage: String? { text("statusMessage.message.content") }
  /// What the status message is written in: `text`, or `html`.
  package var statusType: String? { text("statusMessage.message.contentType") }
  package var isOutOfOffice: Bool? { flag("outOfOfficeSettings.isOutOfOffice") }
  package var outOfOfficeMessage: String? { text("outOfOfficeSettings.message") }
}
