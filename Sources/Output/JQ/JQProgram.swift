import CJQ
import Documents

/// One libjq state with an expression compiled into it.
///
/// libjq's rule of ownership: every call consumes the values it is given and hands over the value it
/// returns. A value is copied with `teamsh_jv_copy` where it is needed again.
@safe
struct JQProgram: ~Copyable {
  private let state: OpaquePointer

  /// The state's place in memory, for ``halt(at:)``; valid as long as the program lives.
  var address: Int { unsafe Int(bitPattern: state) }

  /// Makes a running program end before its next step; the one call that another thread may make.
  static func halt(at address: Int) {
    guard let state = unsafe OpaquePointer(bitPattern: address), unsafe !teamsh_jq_is_halted(state)
    else {
      return
    }
    unsafe teamsh_jq_halt(state)
  }

  init(compiling expression: String) throws(JQError) {
    guard teamsh_jq_load() else {
      throw JQError(code: .compile, message: "libjq is missing on this system")
    }
    guard let state = unsafe teamsh_jq_init() else {
      throw JQError(code: .compile, message: "out of memory")
    }
    let messages = JQMessages()
    let context = unsafe Unmanaged.passUnretained(messages).toOpaque()
    unsafe teamsh_jq_on_error(state, JQMessages.receive, context)
    let isCompiled = withExtendedLifetime(messages) {
      unsafe teamsh_jq_compile(state, JQPrelude.definitions + expression)
    }
    // The message collector does not outlive this call; what jq says at run time comes as a value.
    unsafe teamsh_jq_on_error(state, JQMessages.ignore, nil)
    guard isCompiled else {
      unsafe teamsh_jq_teardown(state)
      throw JQError(code: .compile, message: messages.text)
    }
    // jq calls these without looking: `input` and `debug` would jump to a null pointer.
    unsafe teamsh_jq_on_debug(state, JQMessages.ignore, nil)
    unsafe teamsh_jq_on_input(state, { _, _ in unsafe teamsh_jv_invalid() }, nil)
    unsafe self.state = state
  }

  deinit {
    unsafe teamsh_jq_teardown(state)
  }

  /// Gives the program a document to work on, in place of any it had.
  func start(on document: JSON) throws(JQError) {
    let input = unsafe Self.value(of: document)
    guard unsafe teamsh_jv_kind(input) != JV_KIND_INVALID else {
      throw JQError(code: .run, message: unsafe Self.message(ofInvalid: input))
    }
    unsafe teamsh_jq_start(state, input)
  }

  /// The next result; `nil` after the last.
  func next() throws(JQError) -> JSON? {
    let result = unsafe teamsh_jq_next(state)
    guard unsafe teamsh_jv_kind(result) != JV_KIND_INVALID else {
      unsafe try end(with: result)
      return nil
    }
    let bytes = unsafe Self.bytes(ofString: teamsh_jv_dump(result))
    do {
      return try JSON(parsing: bytes)
    } catch {
      throw JQError(code: .run, message: "a result is nested too deeply")
    }
  }

  /// Tells the three ways apart in which jq ends: no more results, `halt_error`, and a failure.
  private func end(with invalid: jv) throws(JQError) {
    if unsafe teamsh_jq_is_halted(state) {
      unsafe teamsh_jv_free(invalid)
      let message = unsafe teamsh_jq_error_message(state)
      guard unsafe teamsh_jv_kind(message) != JV_KIND_INVALID else {
        return unsafe teamsh_jv_free(message)
      }
      throw JQError(code: .run, message: unsafe Self.words(of: message))
    }
    guard unsafe teamsh_jv_invalid_has_message(teamsh_jv_copy(invalid)) else {
      return unsafe teamsh_jv_free(invalid)
    }
    throw JQError(code: .run, message: unsafe Self.message(ofInvalid: invalid))
  }

  private static func value(of document: JSON) -> jv {
    let bytes = document.bytes
    guard let length = Int32(exactly: bytes.count) else {
      return unsafe teamsh_jv_invalid_with_message("the document is too large for jq")
    }
    return unsafe bytes.withUnsafeBytes { buffer in
      unsafe teamsh_jv_parse(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), length)
    }
  }

  private static func message(ofInvalid value: jv) -> String {
    unsafe words(of: teamsh_jv_invalid_message(value))
  }

  /// The text of a string; any other value, which `error({…})` may throw, as JSON.
  private static func words(of value: jv) -> String {
    let string = unsafe teamsh_jv_kind(value) == JV_KIND_STRING ? value : teamsh_jv_dump(value)
    return String(decoding: unsafe bytes(ofString: string), as: UTF8.self)
  }

  private static func bytes(ofString string: jv) -> [UInt8] {
    let length = Int(unsafe teamsh_jv_string_length(teamsh_jv_copy(string)))
    let buffer = unsafe UnsafeRawBufferPointer(start: teamsh_jv_string_value(string), count: length)
    let bytes = unsafe Array(buffer)
    unsafe teamsh_jv_free(string)
    return bytes
  }
}
