import CCurl
import Testing

@testable import Transport

/// What libcurl's codes mean for a caller who must not send a write twice.
struct CurlFailureTests {
  private func failure(
    _ code: CURLcode, isRepeatable: Bool, hasBody: Bool = true, hasHeadLeft: Bool = false,
    hasBodyLeft: Bool = false, isProxyRefusal: Bool = false
  ) -> CurlFailure {
    CurlFailure(
      code: code, isRepeatable: isRepeatable, hasBody: hasBody, hasHeadLeft: hasHeadLeft,
      hasBodyLeft: hasBodyLeft, isProxyRefusal: isProxyRefusal)
  }

  @Test func `a write that left and then met a closed door is unknown`() {
    // The kept connection died, and the server refuses the next one.
    for code in [CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR, CURLE_COULDNT_RESOLVE_HOST] {
      let lost = failure(code, isRepeatable: false, hasHeadLeft: true, hasBodyLeft: true)
      #expect(lost.meaning == .outcomeUnknown)
      #expect(lost.mayHaveArrived)
    }
  }

  @Test func `a write that cannot be rewound is unknown whatever else is known`() {
    #expect(failure(CURLE_SEND_FAIL_REWIND, isRepeatable: false).meaning == .outcomeUnknown)
  }

  @Test func `a write whose body stayed here did not arrive`() {
    let stayed = failure(CURLE_OPERATION_TIMEDOUT, isRepeatable: false, hasHeadLeft: true)
    #expect(stayed.meaning == .timedOut)
    #expect(!stayed.mayHaveArrived)
  }

  @Test func `a write without a body has left with its head, but not with a proxy's`() {
    let left = failure(
      CURLE_RECV_ERROR, isRepeatable: false, hasBody: false, hasHeadLeft: true)
    #expect(left.meaning == .outcomeUnknown)
    let refused = failure(
      CURLE_RECV_ERROR, isRepeatable: false, hasBody: false, hasHeadLeft: true,
      isProxyRefusal: true)
    #expect(refused.meaning == .proxyFailed)
    #expect(!refused.mayHaveArrived)
  }

  @Test func `what may be sent again keeps its cause`() {
    let lost = failure(CURLE_GOT_NOTHING, isRepeatable: true, hasHeadLeft: true)
    #expect(lost.meaning == .connectionLost)
    #expect(lost.mayHaveArrived)
  }
}
