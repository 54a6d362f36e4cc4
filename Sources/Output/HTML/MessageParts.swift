/// What stands for the parts of a message that lie elsewhere, wherever its HTML is written anew.
package struct MessageParts: Sendable {
  /// The file that a picture was saved in, relative to the document; `nil` for one that was not.
  package let picture: @Sendable (_ address: String) -> String?

  package init(picture: @escaping @Sendable (_ address: String) -> String?) {
    self.picture = picture
  }

  /// The pictures that the HTML of a message shows, by their addresses, in order.
  package static func pictures(in html: String) -> [String] {
    var addresses: [String] = []
    HTMLTree.walk(HTMLText.bytes(of: html)) { event in
      if case .open(let element) = event, element.name == "img",
        let address = element.attributes["src"], !addresses.contains(address)
      {
        addresses.append(address)
      }
      return true
    }
    return addresses
  }
}

extension HTMLElement {
  /// Whether its inside is no text that anybody would see.
  var isHidden: Bool {
    switch name {
    case "head", "script", "style", "title", "template", "iframe", "object", "embed", "svg", "math",
      "noscript", "textarea", "select", "xmp", "plaintext", "systemeventmessage":
      true
    default: false
    }
  }

  /// The characters that an emoji stands for; `nil` for any other element.
  var emoji: String? {
    guard name == "emoji" || attributes["itemtype"]?.hasSuffix("/Emoji") == true else { return nil }
    let alternative = attributes["alt"] ?? ""
    return alternative.isEmpty ? "(\(attributes["title"] ?? "emoji"))" : alternative
  }

  /// Where a link leads, unless that is somewhere that does something instead of showing something.
  var safeLink: String? {
    guard let address = attributes["href"]?.withoutControls, !address.isEmpty else { return nil }
    let scheme = address.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }.lowercased()
    return ["http", "https", "mailto", "tel"].contains(scheme) ? address : nil
  }
}

extension String {
  /// Browsers pass over controls in an address, and so `java\nscript:` is one of theirs.
  fileprivate var withoutControls: String {
    let scalars = unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    let rest = scalars.drop { $0 == " " }
    return String(String.UnicodeScalarView(rest))
  }

  /// Text as it stands in HTML, in an attribute's quotes too; controls that act are made visible.
  package var htmlEscaped: String { HTMLEscaping.attribute(HostileText.visibleLines(self)) }
}
