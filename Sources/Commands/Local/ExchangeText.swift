import CommandKit
import Graph

/// A request and its answer as text, with what could be a secret starred.
///
///     POST https://graph.microsoft.com/v1.0/teams/1/x  0.120 s
///     > accept: application/json
///     > authorization: ***
///     >
///     > {"displayName":"x"}
///     < 403
///     < request-id: 42
enum ExchangeText {
  static func text(_ exchange: ExchangeRecord) -> String {
    let time = DurationText.text(seconds: exchange.duration / .seconds(1))
    var lines = ["\(exchange.method) \(SecretShapes.starred(exchange.url))  \(time)"]
    lines += self.lines(exchange.requestFields, exchange.requestBody, mark: ">")
    if let status = exchange.status {
      lines.append("< \(status)")
      lines += self.lines(exchange.fields, exchange.body, mark: "<")
    } else if let failure = exchange.failure {
      lines.append("< no answer: \(failure)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(
    _ fields: [ExchangeRecord.Field], _ body: ExchangeRecord.Body?, mark: String
  ) -> [String] {
    var lines = fields.map { "\(mark) \($0.name): \(SecretShapes.starred($0.value))" }
    guard let body else { return lines }
    lines.append(mark)
    lines += SecretShapes.starred(body.text).split(separator: "\n").map { "\(mark) \($0)" }
    if body.left > 0 { lines.append("\(mark) … \(body.left) more bytes") }
    return lines
  }
}
