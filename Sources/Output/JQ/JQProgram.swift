import CJQ
import Documents

/// One libjq state with an expression compiled into it.
///
/// libjq's rule of ownership: every call consumes the values it is given and hands over the value it
/// returns. A value is copied with `jv_copy` where it is needed again.
@safe
struct JQProgram: ~Copyable {
  private let state: OpaquePointer

  /// The state's place in memory, for ``halt(at:)``; valid as long as the program lives.
  var address: Int { unsafe Int(bitPattern: state) }

  /// Makes a running program end before its next step; the one call that another thread may make.
  static func halt(at address: Int) {
    guard let state = unsafe OpaquePointer(bitPattern: address), unsafe jq_halted(state) == 0 else {
      return
    }
    unsafe jq_halt(state, jv_invalid(), jv_invalid())
  }

  init(compiling expression: String) throws(JQError) {
    guard let state = unsafe jq_init() else {
      throw JQError(code: .compile, message: "out of memory")
    }
    let messages = JQMessages()
    let context = unsafe Unmanaged.passUnretained(messages).toOpaque()
    unsafe jq_set_error_cb(state, JQMessages.receive, context)
    let isCompiled = withExtendedLifetime(messages) {
      unsafe jq_compile(state, JQPrelude.definitions + expression) != 0
    }
    // The message collector does not outlive this call; what jq says at run time comes as a value.
    unsafe jq_set_error_cb(state, JQMessages.ignore, nil)
    guard isCompiled else {
      var doomed: OpaquePointer? = unsafe state
      unsafe jq_teardown(&doomed)
      throw JQError(code: .compile, message: messages.text)
    }
    // jq calls these without looking: `input` and `debug` would jump to a null pointer.
    unsafe jq_set_debug_cb(state, JQMessages.ignore, nil)
    unsafe jq_set_input_cb(state, { _, _ in unsafe jv_invalid() }, nil)
    unsafe self.state = state
  }

  deinit {
    var doomed: OpaquePointer? = unsafe state
    unsafe jq_teardown(&doomed)
  }

  /// Gives the program a document to work on, in place of any it had.
  func start(on document: JSON) throws(JQError) {
    let input = unsafe Self.value(of: document)
    guard unsafe jv_get_kind(input) != JV_KIND_INVALID else {
      throw JQError(code: .run, message: unsafe Self.message(ofInvalid: input))
    }
    unsafe jq_start(state, input, 0)
  }

  /// The next result; `nil` after the last.
  func next() throws(JQError) -> JSON? {
    let result = unsafe jq_next(state)
    guard unsafe jv_get_kind(result) != JV_KIND_INVALID else {
      unsafe try end(with: result)
      return nil
    }
    let bytes = unsafe Self.bytes(ofString: jv_dump_string(result, 0))
    do {
      return try JSON(parsing: bytes)
    } catch {
      throw JQError(code: .run, message: "a result is nested too deeply")
    }
  }

  /// Tells the three ways apart in which jq ends: no more results, `halt_error`, and a failure.
  private func end(with invalid: jv) throws(JQError) {
    if unsafe jq_halted(state) != 0 {
      unsafe jv_free(invalid)
      let message = unsafe jq_get_error_message(state)
      guard unsafe jv_get_kind(message) != JV_KIND_INVALID else {
        return unsafe jv_free(message)
      }
      throw JQError(code: .run, message: unsafe Self.words(of: message))
    }
    guard unsafe jv_invalid_has_msg(jv_copy(invalid)) != 0 else {
      return unsafe jv_free(invalid)
    }
    throw JQError(code: .run, message: unsafe Self.message(ofInvalid: invalid))
  }

  private static func value(of document: JSON) -> jv {
    let bytes = document.bytes
    guard let length = Int32(exactly: bytes.count) else {
      return unsafe jv_invalid_with_msg(jv_string("the document is too large for jq"))
    }
    return unsafe bytes.withUnsafeBytes { buffer in
      unsafe jv_parse_sized(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), length)
    }
  }

  private static func message(ofInvalid value: jv) -> String {
    unsafe words(of: jv_invalid_get_msg(value))
  }

  /// The text of a string; any other value, which `error({…})` may throw, as JSON.
  private static func words(of value: jv) -> String {
    let string = unsafe jv_get_kind(value) == JV_KIND_STRING ? value : jv_dump_string(value, 0)
    return String(decoding: unsafe bytes(ofString: string), as: UTF8.self)
  }

  private static func bytes(ofString string: jv) -> [UInt8] {
    let length = Int(unsafe jv_string_length_bytes(jv_copy(string)))
    let buffer = unsafe UnsafeRawBufferPointer(start: jv_string_value(string), count: length)
    let bytes = unsafe Array(buffer)
    unsafe jv_free(string)
    return bytes
  }
}
