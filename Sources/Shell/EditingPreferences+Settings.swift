package import CommandKit
package import LineEditing

extension EditingPreferences {
  /// The preferences that the settings of a session stand for.
  package init(_ settings: Settings) {
    self.init()
    mode = EditingMode(rawValue: settings.editMode.rawValue)
    ignoredEnds = settings.ignoredEnds
  }
}
