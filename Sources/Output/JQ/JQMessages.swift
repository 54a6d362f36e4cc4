import CJQ

/// Collects what jq says while it compiles an expression.
final class JQMessages {
  private var lines: [String] = []

  /// jq's messages without its own name before them, its count of errors at the end, and what is not
  /// true of this program: the definitions it was given first, and the guess at a system shell.
  var text: String {
    let messages = lines.filter {
      !$0.hasSuffix("compile error") && !$0.hasSuffix("compile errors")
    }
    // jq pads the line that it quotes with spaces.
    let lines = messages.flatMap { $0.split(separator: "\n") }
    let text = lines.map { $0.trimmingSuffix(" ") }.joined(separator: "\n")
      .replacing(JQPrelude.definitions, with: "")
      .replacing(" (Unix shell quoting issues?)", with: "")
    let prefix = "jq: error: "
    return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
  }

  static let receive: @convention(c) (UnsafeMutableRawPointer?, jv) -> Void = { context, message in
    let text = unsafe teamsh_jq_format_error(message)
    defer { unsafe teamsh_jv_free(text) }
    guard let context = unsafe context, unsafe teamsh_jv_kind(text) == JV_KIND_STRING else {
      return
    }
    let messages = unsafe Unmanaged<JQMessages>.fromOpaque(context).takeUnretainedValue()
    messages.lines.append(unsafe String(cString: teamsh_jv_string_value(text)))
  }

  static let ignore: @convention(c) (UnsafeMutableRawPointer?, jv) -> Void = { _, message in
    unsafe teamsh_jv_free(message)
  }
}
