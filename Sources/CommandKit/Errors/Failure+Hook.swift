extension Failure {
  /// The words for a hook that did not do its work.
  init(_ fault: HookFault) {
    switch fault {
    case .notStarted(let hook, let reason):
      self.init("The \(hook) could not be started.", why: reason, .failed)
    case .failed(let hook, let code, let words):
      self.init(
        "The \(hook) ended with code \(code).", why: words.isEmpty ? nil : Self.quoted(words),
        .failed)
    case .hung(let hook, let seconds):
      self.init("The \(hook) took longer than \(seconds) seconds and was ended.", .failed)
    case .flooded(let hook, let bytes):
      self.init("The \(hook) printed more than \(bytes) bytes and was ended.", .failed)
    }
  }
}
