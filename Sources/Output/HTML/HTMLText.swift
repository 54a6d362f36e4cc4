/// Turns the HTML of a message into plain text.
///
///     <p>Hi <at id="0">Adele Vance</at>, see <a href="https://contoso.com/x">the plan</a>:</p>
///     <ul><li>one</li><li>two</li></ul><attachment id="7"></attachment>
///
/// becomes
///
///     Hi @Adele Vance, see the plan (https://contoso.com/x):
///     - one
///     - two
///     [attachment]
///
/// Whatever comes in, text comes out, in time that grows with its length: what browsers make of broken
/// HTML, libxml2 makes of it too.
package enum HTMLText {
  /// More than four times the longest message that Teams takes; what is beyond is left out.
  private static let longest = 128 * 1024

  /// The text that a message's HTML shows; the HTML itself on a system without libxml2.
  package static func plain(_ html: String) -> String {
    var writer = HTMLTextWriter()
    let isParsed = HTMLTree.walk(bytes(of: html)) { event in
      switch event {
      case .text(let text): writer.text(text)
      case .open(let element): return writer.open(element)
      case .close(let name): writer.close(name)
      }
      return true
    }
    return isParsed ? writer.finished() : html
  }

  /// The source as libxml2 takes it.
  static func bytes(of html: String) -> [UInt8] {
    var bytes = Array(html.utf8.prefix(longest))
    // A zero byte would be taken for the end.
    bytes.removeAll { $0 == 0 }
    return bytes
  }
}
