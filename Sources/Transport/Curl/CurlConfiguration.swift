/// What of the surroundings and of patience a transport works with.
package struct CurlConfiguration: Sendable {
  /// A file of trusted certificates in place of the system's.
  package var caFile: String?
  /// A folder of trusted certificates in place of the system's.
  package var caFolder: String?
  /// The proxy for every server but this machine itself.
  package var proxy: String?
  /// The hosts that are reached without the proxy, as curl reads the list.
  package var noProxy: String?
  package var userAgent = "teamsh"
  /// Bounds the look-up of the name, the connection and the TLS handshake together.
  package var connectTimeout = Duration.seconds(30)
  /// How long not one byte may come or go, in whole seconds.
  package var stallTimeout = Duration.seconds(60)
  /// The largest answer taken in, counted after decompression.
  package var largestBody = 256 << 20

  package init() {}

  /// Reads the variables that curl's users know.
  ///
  /// `CURL_CA_BUNDLE` wins over `SSL_CERT_DIR` and `SSL_CERT_FILE`; small letters win over capitals. There is
  /// no use for `http_proxy`: plain HTTP goes to this machine only, and past every proxy.
  package init(environment: [String: String]) {
    func first(_ names: String...) -> String? {
      names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }
    if let bundle = first("CURL_CA_BUNDLE") {
      caFile = bundle
    } else {
      caFile = first("SSL_CERT_FILE")
      caFolder = first("SSL_CERT_DIR")
    }
    proxy = first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
    noProxy = first("no_proxy", "NO_PROXY")
  }
}
