import Graph
import HTTPTypes
import Testing

@testable import CommandKit

/// What the Bot connector refuses, in words of its own.
struct ConnectorFailureTests {
  private static func refusal(
    _ code: GraphError.Code, _ status: Int, _ connectorCode: String
  ) -> GraphError {
    var error = GraphError(
      code: code, status: status, graphCode: connectorCode, message: "Words.", method: .post,
      template: "/v3/conversations/{}/activities")
    error.server = .connector
    return error
  }

  @Test(
    arguments: [
      (.badRequest, 400, "BadArgument", "cannot use what it was sent", .failed),
      (.forbidden, 403, "BotNotInConversationRoster", "takes no part", .permission),
      (.notFound, 404, "ConversationNotFound", "no such conversation", .notFound),
      (.tooLarge, 413, "MessageSizeTooBig", "too big for Teams", .failed),
      (.serverFailed, 500, "ServiceError", "The Bot connector is out of order (500)", .server),
      (.forbidden, 403, "Forbidden", "The Bot connector does not permit this.", .permission),
      (.unauthorized, 401, "Unauthorized", "not accepted any more", .signIn),
      (.throttled, 429, "", "The Bot connector asks for patience", .throttled),
    ] as [(GraphError.Code, Int, String, String, ExitCode)])
  func `a refusal says whose it is, what it means and what helps`(
    code: GraphError.Code, status: Int, connectorCode: String, words: String, exit: ExitCode
  ) {
    let failure = Failure(Self.refusal(code, status, connectorCode))
    #expect(failure.what.contains(words))
    #expect(!failure.text.contains("Graph"))
    #expect(failure.exitCode == exit)
    #expect(failure.why?.contains("Words.") == true)
  }

  @Test func `a code of the connector's means nothing where Graph was asked`() {
    var error = Self.refusal(.tooLarge, 413, "MessageSizeTooBig")
    error.server = .graph
    #expect(Failure(error).what == "Graph refused the request (413).")
  }

  @Test func `a refusal behind a lost answer does not say that nothing happened`() {
    var error = Self.refusal(.forbidden, 403, "BotNotInConversationRoster")
    error.followsLostAnswer = true
    #expect(Failure(error).text.contains("may have been carried out"))
  }
}
