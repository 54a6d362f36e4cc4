import CCMark

/// Turns Markdown into the HTML that a message is made of.
package enum MarkdownHTML {
  /// The HTML that CommonMark makes of a text; `nil` on a system without libcmark.
  ///
  /// HTML inside of the Markdown is shown as it was typed, and links that would run a script go nowhere.
  package static func html(_ markdown: String) -> String? {
    guard teamsh_cmark_load() else { return nil }
    let document = unsafe markdown.withCString { text in
      unsafe teamsh_cmark_parse(text, markdown.utf8.count)
    }
    guard let document = unsafe document else { return nil }
    defer { unsafe teamsh_cmark_free(document) }
    unsafe teamsh_cmark_disarm(document)
    guard let html = unsafe teamsh_cmark_render(document) else { return nil }
    defer { unsafe teamsh_cmark_release(html) }
    var text = unsafe String(cString: html)
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
