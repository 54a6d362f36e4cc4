/// The path of a request below Graph's root, built by string interpolation.
///
/// Every interpolated value becomes exactly one encoded segment part, so no id, name or mail address can
/// change where a request goes. The template keeps the shape, which is what traces show and what the
/// permission table is keyed by:
///
///     let path: GraphPath = "/teams/\(id)/archive"   // id is "a/../b"
///     path.text       // "/teams/a%2F..%2Fb/archive"
///     path.template   // "/teams/{}/archive"
///
/// A path may begin with a version (`/beta/me`); without one it means `/v1.0`.
package struct GraphPath: Sendable, Hashable {
  /// The path as sent, percent-encoded.
  package let text: String
  /// The path with `{}` in the place of every value.
  package let template: String

  private init(text: String, template: String) {
    self.text = text
    self.template = template
  }

  /// A path that the user wrote, query and all, as in `graph get "/users?$top=5"`.
  ///
  /// Only what may not stand in a URL is encoded; escapes that are there stay. A missing first slash is
  /// added. The template is the path without its query.
  package init(typed: String) {
    let rooted = typed.hasPrefix("/") ? typed : "/" + typed
    let text = PercentEncoding.mending(rooted)
    self.init(text: text, template: String(text.prefix { $0 != "?" }))
  }
}

extension GraphPath: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self.init(text: value, template: value)
  }

  package init(stringInterpolation: StringInterpolation) {
    self.init(text: stringInterpolation.text, template: stringInterpolation.template)
  }

  /// Collects the parts of one interpolated path.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var template = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 40)
    }

    package mutating func appendLiteral(_ literal: String) {
      text += literal
      template += literal
    }

    /// Appends a value, encoded so that it stays inside its segment.
    package mutating func appendInterpolation(_ value: String) {
      text += PercentEncoding.segment(value)
      template += "{}"
    }

    /// Appends a path that is already built, as the place that a list hangs below.
    package mutating func appendInterpolation(_ path: GraphPath) {
      text += path.text
      template += path.template
    }
  }
}
