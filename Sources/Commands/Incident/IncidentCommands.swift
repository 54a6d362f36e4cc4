import CommandKit

/// The commands of `incident`, in help order.
enum IncidentCommands {
  static let noun = Noun(
    "incident", "What happened, who works on it, and where that is told.",
    [
      IncidentCreate.self, IncidentList.self, IncidentShow.self, IncidentNote.self,
      IncidentUpdate.self, IncidentClose.self, IncidentRestore.self, IncidentMirror.self,
      IncidentUnmirror.self,
    ])
}
