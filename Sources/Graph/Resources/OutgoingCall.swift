package import Documents

/// A call that an app began.
package struct OutgoingCall: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  package var id: String { text("id") ?? "" }
  /// `establishing`, `established`, `terminated` and their like.
  package var state: String? { text("state") }
  package var direction: String? { text("direction") }
}
