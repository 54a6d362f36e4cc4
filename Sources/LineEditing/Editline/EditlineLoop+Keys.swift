internal import CEditline
import Glibc

extension EditlineLoop {
  /// Sets libedit up as far as it never changes.
  static func prepare(_ editor: OpaquePointer) {
    unsafe teamsh_el_set_terminal_modes(editor)
    unsafe teamsh_el_set_getcfn(editor) { editor, character in
      guard let code = unsafe EditlineLoop.owner(of: editor)?.nextCode() else { return -1 }
      unsafe character?.pointee = wchar_t(code)
      return 1
    }
    _ = unsafe teamsh_el_add_key_function(editor) { editor, code in
      unsafe EditlineLoop.owner(of: editor)?.act(on: UInt32(code), isCommanding: false)
        ?? UInt8(CC_ERROR)
    }
    _ = unsafe teamsh_el_add_command_key_function(editor) { editor, code in
      unsafe EditlineLoop.owner(of: editor)?.act(on: UInt32(code), isCommanding: true)
        ?? UInt8(CC_ERROR)
    }
  }

  /// The keys to edit with now.
  var wantedMode: EditingMode {
    preferences.mode ?? configuration.startFile.mode ?? .emacs
  }

  /// Gives libedit its own keys of a mode, then ours, then the person's, then those nothing works
  /// without.
  func bindKeys(of mode: EditingMode, in editor: OpaquePointer) {
    unsafe teamsh_el_set_editor(editor, mode == .vi ? 1 : 0)
    for binding in KeyBinding.all { unsafe Self.bind(binding, mode, in: editor) }
    // Letters of Latin-1 insert themselves, also where the locale does not know them.
    for code in UInt32(0xA0)...0xFF {
      unsafe Self.bind([code], to: "ed-insert", isAlternative: false, in: editor)
    }
    for line in configuration.startFile.commands { _ = unsafe teamsh_el_parse(editor, line) }
    for binding in KeyBinding.all where binding.isNeeded {
      unsafe Self.bind(binding, mode, in: editor)
    }
  }

  private static func bind(_ binding: KeyBinding, _ mode: EditingMode, in editor: OpaquePointer) {
    for map in binding.maps where (map == .emacs) == (mode == .emacs) {
      let function =
        switch binding.function {
        case .ours: map == .viCommand ? "teamsh-command-key" : "teamsh-key"
        case .libedit(let name): name
        }
      for sequence in binding.sequences {
        unsafe bind(sequence, to: function, isAlternative: map == .viCommand, in: editor)
      }
    }
  }

  private static func bind(
    _ sequence: [UInt32], to function: String, isAlternative: Bool, in editor: OpaquePointer
  ) {
    let name = function.unicodeScalars.map { wchar_t($0.value) } + [0]
    let key = sequence.map { wchar_t($0) } + [0]
    _ = unsafe teamsh_el_bind(editor, isAlternative ? 1 : 0, key, name)
  }

  /// The loop that a callback belongs to.
  private static func owner(of editor: OpaquePointer?) -> EditlineLoop? {
    guard let editor = unsafe editor, let data = unsafe teamsh_el_get_clientdata(editor) else {
      return nil
    }
    return unsafe Unmanaged<EditlineLoop>.fromOpaque(data).takeUnretainedValue()
  }
}
