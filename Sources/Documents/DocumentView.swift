/// A type that reads a JSON document through typed accessors, and keeps the document whole.
///
/// A team is not a copy of five fields of what Graph sent: it is what Graph sent, and a way to read it.
/// So `-o json` prints every field in its order, whether this program knows it or not.
package protocol DocumentView: Sendable {
  /// The object as received.
  var document: JSON { get }

  init(document: JSON)
}

extension JSON: DocumentView {
  package init(document: JSON) { self = document }
  package var document: JSON { self }
}
