import Foundation
import HTTPTypes

/// Where the outcome of a sign-in goes, and in which part of the request.
struct RedirectTarget: Sendable {
  /// The `response_mode` of a request.
  enum Mode: String, Sendable {
    case query, fragment
    case form = "form_post"
  }

  let uri: RedirectURI
  let mode: Mode
  let state: String?

  /// Reads it from a request; without a trusted one there is nobody to tell but the person.
  init(_ fields: FormFields, appID: String) throws(TokenFailure) {
    let address = try fields.required("redirect_uri")
    guard let uri = RedirectURI.registration(of: address) else {
      throw .unknownRedirect(address, app: appID)
    }
    let mode = fields["response_mode"] ?? Mode.query.rawValue
    guard let known = Mode(rawValue: mode) else { throw .badResponseMode(mode) }
    self.uri = uri
    self.mode = known
    state = fields["state"]
  }

  /// Sends the browser back with these parameters, and the state.
  func answer(_ parameters: [(String, String)]) -> Answer {
    let all = parameters + (state.map { [("state", $0)] } ?? [])
    switch mode {
    case .form: return .page(SignInPage.posting(to: uri.address, all))
    case .query: return redirect(uri.address.contains("?") ? "&" : "?", all)
    case .fragment: return redirect("#", all)
    }
  }

  func answer(
    _ failure: TokenFailure, at time: Instant, beside more: [(String, String)] = []
  ) -> Answer {
    var parameters = [
      ("error", failure.error),
      ("error_description", failure.description(at: time)),
      ("error_uri", failure.address),
    ]
    if let suberror = failure.suberror { parameters.append(("suberror", suberror)) }
    if failure.number == 65_004 { parameters.append(("error_subcode", "cancel")) }
    return answer(parameters + more)
  }

  private func redirect(_ separator: String, _ parameters: [(String, String)]) -> Answer {
    .redirect(to: uri.address + separator + FormFields.text(parameters))
  }
}
