import CommandKit
import Documents
import Graph
import TestSupport
import Testing

@testable import Commands

struct CallTests {
  @Test func `ringing is one request with the app and the tenant in it`() throws {
    let request = CallRing.ring(
      Named(id: "adele-id", name: "Adele"), app: "app-id", tenant: "tenant-id")
    #expect(request.path.template == "/communications/calls")
    #expect(
      request.body
        == (try JSON(
          parsing: """
            {"@odata.type":"#microsoft.graph.call","callbackUri":"https://callback.url",\
            "direction":"outgoing","source":{"@odata.type":"#microsoft.graph.participantInfo",\
            "identity":{"@odata.type":"#microsoft.graph.identitySet","application":\
            {"@odata.type":"#microsoft.graph.identity","id":"app-id"}}},"targets":\
            [{"@odata.type":"#microsoft.graph.invitationParticipantInfo","identity":\
            {"@odata.type":"#microsoft.graph.identitySet","user":\
            {"@odata.type":"#microsoft.graph.identity","displayName":"Adele","id":"adele-id"}}}],\
            "requestedModalities":["audio"],"mediaConfig":\
            {"@odata.type":"#microsoft.graph.serviceHostedMediaConfig"},"tenantId":"tenant-id"}
            """)))
  }
}
