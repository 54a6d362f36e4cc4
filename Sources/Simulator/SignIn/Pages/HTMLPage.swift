/// The frame that all sign-in pages share: plain HTML that needs no script.
enum HTMLPage {
  static func framed(title: String, _ body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>\(title) - Contoso</title>
    <style>body{font:16px sans-serif;max-width:28em;margin:3em auto;padding:0 1em}
    input{font:inherit;width:100%;padding:.3em}button{font:inherit;padding:.4em 1em}
    .error{color:#a80000}</style></head>
    <body><main><h1>\(title)</h1>
    \(body)
    </main></body></html>
    """
  }

  /// A form that posts what a person enters together with what the page remembers.
  static func form(_ action: String, remembering fields: [(String, String)], _ body: String)
    -> String
  {
    let hidden = fields.map { name, value in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(escaped(value))\">"
    }
    return """
      <form method="post" action="\(escaped(action))">
      \(hidden.joined(separator: "\n"))
      \(body)
      </form>
      """
  }

  /// The sentence that says why the form is shown again.
  static func alert(_ complaint: String?) -> String {
    complaint.map { "<p role=\"alert\" class=\"error\">\(escaped($0))</p>" } ?? ""
  }

  static func button(_ label: String, _ name: String, _ value: String) -> String {
    "<button type=\"submit\" name=\"\(name)\" value=\"\(escaped(value))\">\(escaped(label))</button>"
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
