package import CommandKit
package import LineEditing

extension EditingPreferences {
  /// The preferences that the settings of a session stand for, at a terminal of some kind.
  package init(_ settings: Settings, at terminal: TerminalTraits) {
    self.init()
    mode = EditingMode(rawValue: settings.editMode.rawValue)
    ignoredEnds = settings.ignoredEnds
    isAccessible = settings.isAccessible
    let isPainted = terminal.takesColor && !settings.isAccessible
    showsColors = settings.showsColors && isPainted
    showsHints = settings.showsHints && isPainted
    showsMarks = settings.showsMarks
    showsTitle = settings.showsTitle
    beeps = settings.beeps
    notices = NoticeStyle(rawValue: settings.notify.rawValue) ?? .line
  }
}
