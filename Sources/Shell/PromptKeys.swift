package import CommandKit
package import LineEditing

/// The keys of the prompt as they work in the mode that is set, or else the one that `.editrc` names.
package struct PromptKeys: KeyGuide {
  private let workspace: Workspace
  private let startFile: StartFile

  package init(workspace: Workspace, startFile: StartFile) {
    self.workspace = workspace
    self.startFile = startFile
  }

  package var keys: [KeyHelp] {
    let chosen = EditingMode(rawValue: workspace.settings.editMode.rawValue)
    return KeyBinding.shown(in: chosen ?? startFile.mode ?? .emacs).map {
      KeyHelp(section: $0.section, keys: $0.keys, action: $0.action)
    }
  }
}
