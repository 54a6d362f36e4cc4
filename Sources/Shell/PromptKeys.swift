package import CommandKit
import LineEditing

/// The keys of the prompt as they work in the mode that is set.
package struct PromptKeys: KeyGuide {
  private let workspace: Workspace

  package init(workspace: Workspace) {
    self.workspace = workspace
  }

  package var keys: [KeyHelp] {
    let mode: EditingMode = workspace.settings.editMode == .vi ? .vi : .emacs
    return KeyBinding.shown(in: mode).map {
      KeyHelp(section: $0.section, keys: $0.keys, action: $0.action)
    }
  }
}
