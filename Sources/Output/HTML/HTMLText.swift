/// Turns the HTML of a message into plain text.
package enum HTMLText {
  package static func plain(_ html: String) -> String { html }
}
