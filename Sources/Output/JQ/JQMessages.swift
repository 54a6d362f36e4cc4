import CJQ

/// Collects what jq says while it compiles an expression.
final class JQMessages {
  private var lines: [String] = []

  /// jq's messages without its own name before them, and without its count of errors at the end.
  var text: String {
    let messages = lines.filter {
      !$0.hasSuffix("compile error") && !$0.hasSuffix("compile errors")
    }
    let text = messages.joined(separator: "\n")
    let prefix = "jq: error: "
    return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
  }

  static let receive: @convention(c) (UnsafeMutableRawPointer?, jv) -> Void = { context, message in
    let text = unsafe jq_format_error(message)
    defer { unsafe jv_free(text) }
    guard let context = unsafe context, unsafe jv_get_kind(text) == JV_KIND_STRING else { return }
    let messages = unsafe Unmanaged<JQMessages>.fromOpaque(context).takeUnretainedValue()
    messages.lines.append(unsafe String(cString: jv_string_value(text)))
  }

  static let ignore: @convention(c) (UnsafeMutableRawPointer?, jv) -> Void = { _, message in
    unsafe jv_free(message)
  }
}
