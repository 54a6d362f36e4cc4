internal import CCurl

/// One transfer: libcurl's handle, what it sends from, and what it has received.
///
/// Lives on the loop's thread alone. libcurl holds it from the moment the transfer is added until it is
/// removed; its callbacks copy bytes into it, and ask whether the request may leave.
@safe
final class EasyHandle {
  let id: CurlLoop.RequestID
  let easy: UnsafeMutableRawPointer

  let job: CurlLoop.Job
  private(set) var answer: AnswerReader
  /// Asked right before the request is sent, and again before it is sent anew: whether it still may be.
  private let mayLeave: () -> Bool
  /// Whether libcurl has asked for the body, after which a part of it may be on its way.
  private(set) var hasBodyLeft = false

  let errorText: UnsafeMutablePointer<CChar>
  var fields: UnsafeMutablePointer<curl_slist>?
  private var bodyOffset = 0

  init?(
    id: CurlLoop.RequestID, job: CurlLoop.Job, configuration: CurlConfiguration,
    mayLeave: @escaping () -> Bool
  ) {
    guard let easy = unsafe teamsh_curl_easy_init() else { return nil }
    self.id = id
    self.job = job
    self.mayLeave = mayLeave
    unsafe self.easy = unsafe easy
    answer = AnswerReader(largestBody: configuration.largestBody)
    unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    guard configure(configuration) else { return nil }
  }

  deinit {
    unsafe teamsh_curl_easy_cleanup(easy)
    unsafe teamsh_curl_free(fields)
    unsafe errorText.deallocate()
  }

  /// libcurl's description of what went wrong.
  func words(for code: CURLcode) -> String {
    let text = unsafe String(cString: errorText)
    return text.isEmpty ? unsafe String(cString: teamsh_curl_words(code)) : text
  }

  func retainForCallbacks() {
    _ = unsafe Unmanaged.passRetained(self)
  }

  func releaseFromCallbacks() {
    unsafe Unmanaged.passUnretained(self).release()
  }

  static func owner(of easy: UnsafeMutableRawPointer) -> EasyHandle? {
    guard let context = unsafe teamsh_curl_get_private(easy) else { return nil }
    return unsafe self.from(context)
  }

  private static func from(_ context: UnsafeMutableRawPointer) -> EasyHandle {
    unsafe Unmanaged<EasyHandle>.fromOpaque(context).takeUnretainedValue()
  }
}

extension EasyHandle {
  func installCallbacks() -> Bool {
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    let codes = unsafe [
      teamsh_curl_set_private(easy, context),
      teamsh_curl_on_header(
        easy,
        { bytes, size, count, context in
          guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
          let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
          let isTaken = unsafe EasyHandle.from(context).answer.takeHeadLine(Array(line))
          return isTaken ? size * count : 0
        }, context),
      teamsh_curl_on_write(
        easy,
        { bytes, size, count, context in
          guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
          let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
          return unsafe EasyHandle.from(context).answer.takeBody(piece) ? size * count : 0
        }, context),
      teamsh_curl_on_leave(
        easy,
        { context, _, _, _, _ in
          guard let context = unsafe context else { return CURL_PREREQFUNC_ABORT }
          let mayLeave = unsafe EasyHandle.from(context).mayLeave()
          return mayLeave ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        }, context),
    ]
    return codes.allSatisfy { $0 == CURLE_OK }
  }

  /// Hands the body over piece by piece, and only once.
  ///
  /// Without a seek function libcurl cannot rewind, and so cannot send the request again by itself when a
  /// reused connection turns out to be dead.
  func sendBodyOnce(_ count: Int) -> Bool {
    job.request.meter?.begin()
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    let code = unsafe teamsh_curl_on_read(
      easy,
      { buffer, size, count, context in
        guard let buffer = unsafe buffer, let context = unsafe context else {
          return Int(CURL_READFUNC_ABORT)
        }
        let space = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
        return unsafe EasyHandle.from(context).copyBody(to: space)
      }, context)
    return code == CURLE_OK && set(CURLOPT_POSTFIELDSIZE_LARGE, offset: count)
  }

  private func copyBody(to space: UnsafeMutableRawBufferPointer) -> Int {
    hasBodyLeft = true
    let rest = (job.request.body ?? []).dropFirst(bodyOffset).prefix(space.count)
    unsafe space.copyBytes(from: rest)
    bodyOffset += rest.count
    job.request.meter?.leave(rest.count)
    return rest.count
  }
}
