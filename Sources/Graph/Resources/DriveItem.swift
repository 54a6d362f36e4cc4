package import Documents

/// A file or folder in OneDrive or SharePoint.
package struct DriveItem: DocumentView, Hashable {
  package let document: JSON

  package init(document: JSON) {
    self.document = document
  }

  package var id: String { text("id") ?? "" }
  package var name: String { text("name") ?? "" }
  package var driveID: String? { text("parentReference.driveId") }
  package var webURL: String? { text("webUrl") }
  package var webDavURL: String? { text("webDavUrl") }

  /// The GUID inside of the tag, by which a message names the file.
  package var uniqueID: String? {
    guard let tag = text("eTag"), let open = tag.firstIndex(of: "{"),
      let close = tag[open...].firstIndex(of: "}")
    else { return nil }
    return tag[tag.index(after: open)..<close].lowercased()
  }
}
