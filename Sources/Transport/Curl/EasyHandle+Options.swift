internal import CCurl
internal import HTTPTypes

extension EasyHandle {
  /// Tells libcurl everything about the request; false when memory ran out.
  func configure(_ configuration: CurlConfiguration) -> Bool {
    setDestination(configuration) && setPatience(configuration) && setFields(configuration)
      && setMethodAndBody() && installCallbacks()
  }

  private func setDestination(_ configuration: CurlConfiguration) -> Bool {
    let isDirect = job.destination.isLoopback
    return set(CURLOPT_URL, job.destination.url)
      && set(CURLOPT_PATH_AS_IS, 1)
      && set(CURLOPT_PROTOCOLS_STR, "https,http")
      && set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
      // One connection carries many requests: the second waits to see whether the first can share.
      && set(CURLOPT_PIPEWAIT, job.destination.url.hasPrefix("https") ? 1 : 0)
      && set(CURLOPT_ACCEPT_ENCODING, "")
      // Set even when empty: an unset one makes libcurl read the environment.
      && set(CURLOPT_PROXY, isDirect ? "" : configuration.proxy ?? "")
      && set(CURLOPT_NOPROXY, configuration.noProxy ?? "")
      && set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
      && configuration.caFile.allSatisfy { set(CURLOPT_CAINFO, $0) }
      && configuration.caFolder.allSatisfy { set(CURLOPT_CAPATH, $0) }
  }

  private func setPatience(_ configuration: CurlConfiguration) -> Bool {
    set(CURLOPT_NOSIGNAL, 1)
      // Removing a transfer must not wait for a name look-up that hangs.
      && set(CURLOPT_QUICK_EXIT, 1)
      && set(CURLOPT_TCP_KEEPALIVE, 1)
      && set(CURLOPT_TIMEOUT_MS, job.request.timeout.milliseconds)
      && set(CURLOPT_CONNECTTIMEOUT_MS, configuration.connectTimeout.milliseconds)
      && set(CURLOPT_LOW_SPEED_LIMIT, 1)
      && set(CURLOPT_LOW_SPEED_TIME, Int(configuration.stallTimeout.components.seconds))
  }

  private func setFields(_ configuration: CurlConfiguration) -> Bool {
    var lines = job.request.head.headerFields.map { field in
      field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
    }
    // libcurl's own ideas of these two are taken away: waiting for 100, and calling every body a form.
    lines.append("Expect:")
    if job.request.head.headerFields[.contentType] == nil { lines.append("Content-Type:") }
    for line in lines {
      guard let longer = unsafe teamsh_curl_append(fields, line) else { return false }
      unsafe fields = unsafe longer
    }
    let codes = unsafe [
      teamsh_curl_set_list(easy, CURLOPT_HTTPHEADER, fields),
      teamsh_curl_set_buffer(easy, CURLOPT_ERRORBUFFER, errorText),
    ]
    return codes.allSatisfy { $0 == CURLE_OK } && set(CURLOPT_USERAGENT, configuration.userAgent)
  }

  private func setMethodAndBody() -> Bool {
    let method = job.request.head.method
    let body = job.request.body ?? []
    if method == .head { return set(CURLOPT_NOBODY, 1) }
    if method == .get && body.isEmpty { return set(CURLOPT_HTTPGET, 1) }
    guard set(CURLOPT_CUSTOMREQUEST, method.rawValue) else { return false }
    if method == .get || method == .options {
      return body.isEmpty
        || set(CURLOPT_POSTFIELDSIZE_LARGE, offset: body.count) && setRepeatable(body)
    }
    // Not even a write that may be repeated is repeated unseen: the answer to the repeat of a deletion that was
    // done is "not found", and "conflict" that to the repeat of a PUT.
    if method == .delete, body.isEmpty { return set(CURLOPT_FRESH_CONNECT, 1) }
    // On a fresh connection nothing is sent twice either, and only there where there is no body to read.
    return set(CURLOPT_POST, 1) && sendBodyOnce(body.count)
      && set(CURLOPT_FRESH_CONNECT, body.isEmpty ? 1 : 0)
  }

  private func setRepeatable(_ body: [UInt8]) -> Bool {
    // The array of nothing may have no address, which would mean "no body set".
    unsafe (body + [0]).withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      return unsafe teamsh_curl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, start) == CURLE_OK
    }
  }

  private func set(_ option: CURLoption, _ value: Int) -> Bool {
    unsafe teamsh_curl_set_long(easy, option, value) == CURLE_OK
  }

  func set(_ option: CURLoption, offset: Int) -> Bool {
    unsafe teamsh_curl_set_offset(easy, option, curl_off_t(offset)) == CURLE_OK
  }

  private func set(_ option: CURLoption, _ value: String) -> Bool {
    unsafe teamsh_curl_set_text(easy, option, value) == CURLE_OK
  }
}

extension Duration {
  /// Whole milliseconds, and never none: libcurl reads 0 as "for ever".
  fileprivate var milliseconds: Int {
    let (seconds, attoseconds) = components
    return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}

extension Optional {
  /// Whether a condition holds for the value, if there is one.
  fileprivate func allSatisfy(_ condition: (Wrapped) -> Bool) -> Bool {
    map(condition) ?? true
  }
}
