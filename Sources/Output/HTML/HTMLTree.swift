import CXML2

/// What a walk through a document comes upon.
enum HTMLEvent {
  case open(HTMLElement)
  case text(String)
  case close(String)
}

/// An element's name, in lower case, and its attributes.
struct HTMLElement {
  let name: String
  let attributes: [String: String]
}

/// Parses HTML with libxml2, and walks the result from its beginning to its end.
enum HTMLTree {
  /// The walk keeps its place in the tree itself, not on the stack: nesting may be as deep as it likes.
  ///
  /// - Parameters:
  ///   - html: UTF-8 without zero bytes.
  ///   - visit: Takes one event; returns, for an opening, whether the element's inside is wanted.
  /// - Returns: Whether this system has libxml2.
  @discardableResult
  static func walk(_ html: [UInt8], visit: (HTMLEvent) -> Bool) -> Bool {
    guard teamsh_xml_load() else { return false }
    guard let length = Int32(exactly: html.count), length > 0 else { return true }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue
    let document = unsafe html.withUnsafeBytes { buffer in
      unsafe teamsh_xml_html_read(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), length,
        Int32(bitPattern: options))
    }
    guard let document = unsafe document else { return true }
    defer { unsafe teamsh_xml_free(document) }
    if let root = unsafe teamsh_xml_root(document) { unsafe walk(from: root, visit: visit) }
    return true
  }

  private static func walk(from root: xmlNodePtr, visit: (HTMLEvent) -> Bool) {
    var node = unsafe root
    while true {
      if unsafe enter(node, visit), let child = unsafe node.pointee.children {
        unsafe node = child
        continue
      }
      unsafe leave(node, visit)
      while unsafe node != root, unsafe node.pointee.next == nil {
        guard let parent = unsafe node.pointee.parent else { return }
        unsafe node = parent
        unsafe leave(node, visit)
      }
      guard unsafe node != root, let next = unsafe node.pointee.next else { return }
      unsafe node = next
    }
  }

  /// Whether to go down into the node.
  private static func enter(_ node: xmlNodePtr, _ visit: (HTMLEvent) -> Bool) -> Bool {
    switch unsafe node.pointee.type {
    case XML_ELEMENT_NODE:
      return visit(.open(unsafe element(node)))
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      if let content = unsafe node.pointee.content {
        _ = visit(.text(unsafe String(cString: content)))
      }
      return false
    default:
      return false
    }
  }

  private static func leave(_ node: xmlNodePtr, _ visit: (HTMLEvent) -> Bool) {
    guard unsafe node.pointee.type == XML_ELEMENT_NODE, let name = unsafe node.pointee.name else {
      return
    }
    _ = visit(.close(unsafe String(cString: name)))
  }

  private static func element(_ node: xmlNodePtr) -> HTMLElement {
    var attributes: [String: String] = [:]
    var attribute = unsafe node.pointee.properties
    while let current = unsafe attribute {
      if let name = unsafe current.pointee.name {
        let value = unsafe current.pointee.children?.pointee.content
        attributes[unsafe String(cString: name)] =
          unsafe value.map { unsafe String(cString: $0) } ?? ""
      }
      unsafe attribute = current.pointee.next
    }
    let name = unsafe node.pointee.name.map { unsafe String(cString: $0) } ?? ""
    return HTMLElement(name: name, attributes: attributes)
  }
}
