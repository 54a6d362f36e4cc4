import Documents

/// The text of a card, as far as a card is text.
enum CardText {
  /// What is read of an object, in the order in which it is shown.
  private static let texts = ["title", "subtitle", "text", "altText", "label"]
  private static let groups = [
    "inlines", "columns", "facts", "rows", "cells", "items", "images", "sections", "body",
    "actions",
    "potentialAction", "buttons", "card",
  ]
  private static let mostLines = 200

  /// The lines of a card whose document is JSON text, as attachments carry it.
  static func lines(_ content: String?) -> [String] {
    guard let content, let document = try? JSON(parsing: content) else { return [] }
    var lines: [String] = []
    add(document, to: &lines)
    return lines
  }

  private static func add(_ value: JSON, to lines: inout [String]) {
    guard lines.count < mostLines else { return }
    switch value {
    case .array(let elements):
      for element in elements { add(element, to: &lines) }
    case .object:
      if let title = value["title"]?.string, let fact = value["value"]?.string {
        lines.append("\(title): \(fact)")
      } else {
        let found = texts.compactMap { value[$0]?.string }.filter { !$0.isEmpty }
        if let address = value["url"]?.string, value["type"]?.string == "Action.OpenUrl" {
          lines.append("\(found.first ?? "Open") (\(address))")
        } else {
          lines += found
        }
      }
      for group in groups { value[group].map { add($0, to: &lines) } }
    case .string(let text) where !text.isEmpty: lines.append(text)
    default: break
    }
  }
}
