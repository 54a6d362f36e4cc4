package import Documents

/// How resources read their fields: a missing field and `null` are the same, no value.
extension DocumentView {
  /// Whether the document has a field, be it `null`; what tells of changes leaves out what stayed.
  package func tells(_ field: String) -> Bool { document[field] != nil }

  func text(_ path: String) -> String? { document.value(at: path)?.string }
  func flag(_ path: String) -> Bool? { document.value(at: path)?.bool }
  func texts(_ path: String) -> [String] {
    document.value(at: path)?.array?.compactMap(\.string) ?? []
  }
  func views<View: DocumentView>(_ path: String) -> [View] {
    document.value(at: path)?.array?.map(View.init(document:)) ?? []
  }
}
