/// The marks of HTML, written so that they show.
package enum HTMLEscaping {
  /// Text for between tags, its lines broken as they were.
  package static func text(_ text: String) -> String {
    text.map { $0.isNewline ? "<br>" : attribute(String($0)) }.joined()
  }

  /// Text for between the quotes of an attribute.
  package static func attribute(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
