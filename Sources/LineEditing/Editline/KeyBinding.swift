/// Keys, what they do, and how libedit is told of it.
package struct KeyBinding: Sendable, Hashable {
  /// The heading that it is shown under, as `Moving`.
  package let section: String
  /// The keys as people call them, as `Ctrl-A, Home`.
  package let keys: String
  /// What it does, as a sentence.
  package let action: String
  /// The modes it belongs to.
  package let modes: Set<EditingMode>

  let sequences: [[UInt32]]
  let function: Function
  let maps: [Map]

  /// Who acts on the keys.
  enum Function: Sendable, Hashable {
    case ours(EditingCommand)
    /// libedit, by its own name for the action.
    case libedit(String)
  }

  /// The maps in which libedit looks keys up.
  enum Map: Sendable, Hashable, CaseIterable {
    case emacs, viInsert, viCommand
  }

  init(
    _ section: String, _ keys: String, _ action: String, _ function: Function,
    _ sequences: [[UInt32]], in maps: [Map] = [.emacs, .viInsert]
  ) {
    self.section = section
    self.keys = keys
    self.action = action
    self.function = function
    self.sequences = sequences
    self.maps = maps
    modes = Set(maps.map { $0 == .emacs ? .emacs : .vi })
  }

  /// Whether the shell would not work without it, so that no `.editrc` may take its key.
  var isNeeded: Bool {
    switch function {
    case .ours(.enter), .ours(.complete), .ours(.paste), .ours(.compose), .ours(.tellMode),
      .ours(.cancel):
      true
    default: false
    }
  }
}

extension [KeyBinding] {
  /// What a code, or a sequence of them, stands for in a map; the last binding of one wins.
  func command(for sequence: [UInt32], in map: KeyBinding.Map) -> EditingCommand? {
    let found = last { $0.maps.contains(map) && $0.sequences.contains(sequence) }
    guard case .ours(let command) = found?.function else { return nil }
    return command
  }
}
