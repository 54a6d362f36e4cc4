import Testing

@testable import LineEditing

/// The table of keys, the person's `.editrc`, and what is known of vi's modes.
struct BindingTests {
  @Test(arguments: KeyBinding.Map.allCases)
  func `no key has two meanings`(map: KeyBinding.Map) {
    let sequences = KeyBinding.all.filter { $0.maps.contains(map) }.flatMap(\.sequences)
    #expect(Set(sequences).count == sequences.count)
    #expect(sequences.count > 20)
  }

  @Test func `every binding that is shown has a heading, keys and a sentence`() {
    for mode in EditingMode.allCases {
      for binding in KeyBinding.shown(in: mode) {
        #expect(!binding.section.isEmpty && !binding.keys.isEmpty && binding.action.hasSuffix("."))
      }
    }
    let emacs = KeyBinding.shown(in: .emacs).map(\.section)
    #expect(!emacs.contains("vi commands"))
    #expect(KeyBinding.shown(in: .vi).contains { $0.keys == "Escape" })
  }

  @Test func `every command of ours has a key, and every named key a meaning everywhere`() {
    let bound = Set(
      KeyBinding.all.compactMap { binding -> EditingCommand? in
        guard case .ours(let command) = binding.function else { return nil }
        return command
      })
    #expect(bound == Set(EditingCommand.allCases))
    for key in NamedKey.allCases where ![.deleteWord, .backTab].contains(key) {
      for map in KeyBinding.Map.allCases {
        let sequence = [KeyCode.code(of: key)]
        #expect(
          KeyBinding.all.contains { $0.maps.contains(map) && $0.sequences.contains(sequence) },
          "\(key) in \(map)")
      }
    }
  }

  @Test func `Alt and a letter is Escape and the letter, and a key with a code of its own that`() {
    #expect(KeyCode.codes(for: .meta("b")) == [0x1B, 0x62])
    #expect(KeyCode.codes(for: .meta("B")) == [0x1B, 0x62])
    #expect(KeyCode.codes(for: .meta("\u{7F}")) == [KeyCode.deleteWordBack])
    #expect(KeyCode.codes(for: .meta("\r")) == [KeyCode.newline])
    let parts = Key.meta("d").parts
    #expect(parts?.first == .named(.escape) && parts?.second == .character("d"))
    let enter = Key.meta("\r").parts
    #expect(enter?.first == .named(.escape) && enter?.second == .control(0x0D))
    #expect(Key.meta("\u{7F}").parts == nil)
    #expect(Key.character("d").parts == nil)
  }

  @Test(arguments: [
    ("bind -v", EditingMode.vi), ("teamsh:bind -v", .vi), ("bind -v\nteam:bind -e", .emacs),
    ("*:bind  -v", .vi), ("psql:bind -v", nil), ("# bind -v", nil), ("", nil),
    ("bind \"^A\" ed-prev-word", nil), ("teamsh: bind -v", .vi),
  ])
  func `an editrc chooses the mode`(text: String, mode: EditingMode?) {
    #expect(StartFile(text: text).mode == mode)
  }

  @Test func `an editrc binds no key to an editor that libedit would start by itself`() {
    let text = "bind a vi-histedit\nbind b \"vi-\\histe\"'dit'\nbind c ed-prev-word"
    #expect(StartFile(text: text).commands == ["bind c ed-prev-word"])
  }

  @Test func `an editrc turns editing off, and its other lines go to libedit`() {
    let file = StartFile(text: "edit off\n  bind ^A ed-prev-word\r\nsetty -a\npsql:bind ^B x\n")
    #expect(file.isOff)
    #expect(file.commands == ["bind ^A ed-prev-word", "setty -a"])
    #expect(!StartFile(text: "edit off\nteamsh:edit on").isOff)
    #expect(StartFile(environment: ["EDITRC": "/nonexistent"]) == StartFile())
  }

  @Test func `vi's mode is asked for after what may have changed it`() {
    var vi = ViModeTracker()
    for code in "héllo".unicodeScalars { vi.note(code.value) }
    #expect(!vi.isUncertain && !vi.isCommanding)
    vi.note(KeyCode.leaveInsertMode)
    #expect(vi.isUncertain)
    vi.answer(isCommanding: true)
    #expect(vi.isCommanding && !vi.isUncertain)
    vi.note(UInt32(Character("w").asciiValue ?? 0))
    #expect(vi.isUncertain)
  }

  @Test(arguments: Array("fFtT@"))
  func `vi's mode is not asked for where a command reads a character`(command: Character) {
    var vi = ViModeTracker()
    vi.answer(isCommanding: true)
    vi.note(UInt32(command.asciiValue ?? 0))
    #expect(vi.awaitsCharacter && !vi.isUncertain)
    vi.note(0x78)
    #expect(!vi.awaitsCharacter && vi.isUncertain)
  }

  @Test func `the character behind vi's r ends a mode that lasts for it alone`() {
    var vi = ViModeTracker()
    vi.answer(isCommanding: true)
    vi.note(0x72)
    vi.answer(isCommanding: false)
    vi.note(0x78)
    #expect(vi.isUncertain)
  }
}
