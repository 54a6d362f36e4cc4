internal import CCurl

extension EasyHandle {
  /// What the caller learns when libcurl is done.
  func outcome(_ code: CURLcode) -> CurlLoop.Outcome {
    if code == CURLE_OK, let response = answer.response { return .success(response) }
    let sent = unsafe teamsh_curl_get_long(easy, CURLINFO_REQUEST_SIZE)
    let proxyStatus = unsafe teamsh_curl_get_long(easy, CURLINFO_HTTP_CONNECTCODE)
    let failure = CurlFailure(
      code: code, isRepeatable: job.request.isRepeatable,
      hasBody: job.request.body?.isEmpty == false,
      hasHeadLeft: sent > 0, hasBodyLeft: hasBodyLeft, isTooLarge: answer.isTooLarge,
      isProxyRefusal: proxyStatus != 0 && !(200..<300).contains(proxyStatus))
    return .failure(
      TransportError(
        code: failure.meaning, host: job.destination.authority, detail: words(for: code),
        mayHaveArrived: failure.mayHaveArrived))
  }
}

/// The facts about a failed transfer, and what they mean for its caller.
struct CurlFailure {
  let code: CURLcode
  let isRepeatable: Bool
  let hasBody: Bool
  /// Whether any head was sent, be it the one that asks a proxy for a tunnel.
  let hasHeadLeft: Bool
  let hasBodyLeft: Bool
  var isTooLarge = false
  var isProxyRefusal = false

  /// Whether the request is on its way, at least in part.
  ///
  /// A request may have left over a kept connection and then failed to reach the server anew, so the cause alone
  /// does not tell. A write's body is asked for only when a connection stands; a write without one has a
  /// fresh connection to itself.
  var mayHaveArrived: Bool {
    if code == CURLE_SEND_FAIL_REWIND || hasBodyLeft { return true }
    if isRepeatable { return hasHeadLeft && !isProxyRefusal }
    return hasHeadLeft && !hasBody && !isConnecting
  }

  var meaning: TransportError.Code {
    if isTooLarge { return .tooLarge }
    return mayHaveArrived && !isRepeatable ? .outcomeUnknown : cause
  }

  private var isConnecting: Bool {
    switch cause {
    case .unsupportedURL, .nameNotResolved, .connectFailed, .untrustedCertificate, .proxyFailed:
      true
    case .timedOut, .connectionLost, .outcomeUnknown, .tooLarge, .malformedAnswer, .cancelled,
      .unavailable:
      false
    }
  }

  private var cause: TransportError.Code {
    if isProxyRefusal { return .proxyFailed }
    return switch code {
    case CURLE_URL_MALFORMAT:
      .unsupportedURL
    case CURLE_COULDNT_RESOLVE_HOST:
      .nameNotResolved
    case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY:
      .proxyFailed
    case CURLE_COULDNT_CONNECT, CURLE_INTERFACE_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER:
      .connectFailed
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_INVALIDCERTSTATUS:
      .untrustedCertificate
    case CURLE_OPERATION_TIMEDOUT:
      .timedOut
    case CURLE_SEND_FAIL_REWIND, CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR,
      CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
      .connectionLost
    // libcurl calls an answer that does not begin with "HTTP/" an unsupported protocol, version 0.9.
    case CURLE_OK, CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING:
      .malformedAnswer
    default:
      .unavailable
    }
  }
}
