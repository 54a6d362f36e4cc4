internal import CCurl

/// libcurl's set of running transfers, with the connections that they share.
// @unchecked Sendable is fine because every method but one is called by the loop's thread alone, and
// that one calls curl_multi_wakeup, which libcurl allows from any thread. Whoever calls it holds this
// object, so the handle is freed after the last call; by then no transfer is left in it.
@safe
final class MultiHandle: @unchecked Sendable {
  private let multi: UnsafeMutableRawPointer

  init?() {
    guard let multi = unsafe teamsh_curl_multi_init() else { return nil }
    unsafe self.multi = unsafe multi
  }

  deinit {
    unsafe teamsh_curl_multi_cleanup(multi)
  }

  /// Ends the wait, from any thread.
  func wake() {
    unsafe teamsh_curl_multi_wakeup(multi)
  }

  /// Starts a transfer, and keeps it alive until it is removed.
  func add(_ transfer: EasyHandle) -> Bool {
    guard unsafe teamsh_curl_multi_add(multi, transfer.easy) else { return false }
    transfer.retainForCallbacks()
    return true
  }

  /// Takes a transfer out, finished or not: the one place where its callbacks end.
  func remove(_ transfer: EasyHandle) {
    unsafe teamsh_curl_multi_remove(multi, transfer.easy)
    transfer.releaseFromCallbacks()
  }

  /// Lets every transfer go on as far as it can without waiting.
  func perform() {
    unsafe teamsh_curl_multi_perform(multi)
  }

  /// Waits for a socket, a timeout or a wake-up.
  func wait() {
    unsafe teamsh_curl_multi_wait(multi, 60_000)
  }

  func nextDone() -> (id: CurlLoop.RequestID, code: CURLcode)? {
    var code = CURLE_OK
    guard let easy = unsafe teamsh_curl_multi_next_done(multi, &code),
      let transfer = unsafe EasyHandle.owner(of: easy)
    else { return nil }
    return (transfer.id, code)
  }
}

/// libcurl's own process-wide state.
enum CurlLibrary {
  /// Whether libcurl works; the first reader loads and initialises it.
  ///
  /// A `static let` because libcurl is global by nature: it is initialised once per process, before any handle,
  /// and Swift guards the first read. Nothing else hangs on it.
  static let isReady = teamsh_curl_start()
}
