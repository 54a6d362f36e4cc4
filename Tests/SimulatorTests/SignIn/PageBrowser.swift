import Foundation
import HTTPTypes
import Testing

@testable import Simulator

/// A browser without scripts: it opens pages, fills in their forms, and keeps their cookie.
struct PageBrowser {
  /// One form, as the page wrote it.
  struct Form {
    let action: String
    var fields: [String: String] = [:]
    /// The buttons by their label, with the field that each adds.
    var buttons: [String: (name: String, value: String)] = [:]
  }

  let test: TestTenant
  private(set) var cookie: String?
  private(set) var page = Reply(status: 0, headers: [:], bytes: [])

  init(_ test: TestTenant) {
    self.test = test
  }

  var forms: [Form] {
    page.text.matches(of: /<form method="post" action="([^"]*)">(.*?)<\/form>/.dotMatchesNewlines())
      .map { Self.form(String($0.1), $0.2) }
  }

  /// The query of the address to which the page sent the browser.
  var landing: FormFields {
    let address = page.headers[.location] ?? ""
    let query = address.drop { $0 != "?" && $0 != "#" }.dropFirst()
    return FormFields(Array(query.utf8))
  }

  mutating func open(_ path: String) async throws {
    try await take(try await test.send(.get, path, as: .nobody, headers: headers))
  }

  /// Fills in the last form of the page that has the field or the button, and sends it.
  mutating func submit(_ entered: [String: String] = [:], press label: String? = nil) async throws {
    let form = forms.last { form in
      label.map { form.buttons[$0] != nil } ?? entered.keys.allSatisfy { form.fields[$0] != nil }
    }
    var fields = try #require(form, "no such form in \(page)").fields
    fields.merge(entered) { $1 }
    if let label, let button = form?.buttons[label] { fields[button.name] = button.value }
    let text = FormFields.text(fields.map { ($0.key, $0.value) })
    try await take(
      try await test.send(
        .post, form?.action ?? "", as: .nobody, form: text, headers: headers))
  }

  private var headers: HTTPFields { cookie.map { [.cookie: $0] } ?? [:] }

  private mutating func take(_ reply: Reply) async throws {
    page = reply
    if let set = reply.headers[.setCookie] { cookie = String(set.prefix { $0 != ";" }) }
  }

  private static func form(_ action: String, _ body: Substring) -> Form {
    var form = Form(action: plain(action))
    for input in body.matches(of: /<input ([^>]*)>/) {
      guard let name = attribute("name", in: input.1) else { continue }
      form.fields[name] = attribute("value", in: input.1) ?? ""
    }
    for button in body.matches(of: /<button ([^>]*)>([^<]*)</) {
      form.buttons[plain(String(button.2))] = (
        attribute("name", in: button.1) ?? "", attribute("value", in: button.1) ?? ""
      )
    }
    return form
  }

  private static func attribute(_ name: String, in tag: Substring) -> String? {
    guard let start = tag.range(of: "\(name)=\"") else { return nil }
    return plain(String(tag[start.upperBound...].prefix { $0 != "\"" }))
  }

  private static func plain(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}
