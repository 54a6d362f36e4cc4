import CommandKit
package import Documents
import Foundation
package import Records

/// An incident as lists and pages show it.
package struct IncidentRow: Listed {
  package let incident: Incident
  /// What else is shown of it: its notes and its channels; `nil` in a list.
  private let parts: (notes: [Incident.Note], mirrors: [Mirror])?

  init(_ incident: Incident) {
    self.incident = incident
    parts = nil
  }

  init(_ incident: Incident, notes: [Incident.Note], mirrors: [Mirror]) {
    self.incident = incident
    parts = (notes, mirrors)
  }

  package var reference: String { String(incident.number) }

  package var document: JSON {
    var fields = JSONObject([
      ("number", .int(Int(incident.number))), ("name", .string(incident.name)),
      ("status", .string(incident.isClosed ? "closed" : "open")),
      ("severity", .string(incident.severity.rawValue)), ("type", .optional(incident.type)),
      ("owner", .optional(incident.owner)),
      ("labels", .array(incident.labels.map(JSON.string))),
      ("details", .optional(incident.details)), ("reporter", .optional(incident.reporter)),
      ("createdAt", .string(incident.createdAt.recorded)),
      ("updatedAt", .string(incident.updatedAt.recorded)),
      ("closedAt", .optional(incident.closedAt?.recorded)),
      ("closeReason", .optional(incident.closeReason)),
    ])
    if let parts {
      fields["notes"] = .array(parts.notes.map { NoteRow($0).document })
      fields["mirrors"] = .array(parts.mirrors.map(\.document))
      fields["raw"] = incident.raw ?? .null
    }
    return .object(fields)
  }

  static let columns: [Column<IncidentRow>] = [
    Column("NUMBER", field: "number", as: .number),
    Column("NAME", field: "name", as: .text),
    Column("SEVERITY", field: "severity"),
    Column("STATUS", field: "status"),
    Column("OWNER", field: "owner"),
    Column("TYPE", field: "type"),
    Column("CREATED", time: { $0.document["createdAt"]?.string }),
  ]

  static let pageColumns: [Column<IncidentRow>] = [
    Column("Number", field: "number"),
    Column("Name", field: "name"),
    Column("Status", field: "status"),
    Column("Severity", field: "severity"),
    Column("Type", field: "type"),
    Column("Owner", field: "owner"),
    Column("Labels", field: "labels"),
    Column("Details", field: "details", as: .text),
    Column("Reporter", field: "reporter"),
    Column("Created", time: { $0.document["createdAt"]?.string }),
    Column("Closed", time: { $0.document["closedAt"]?.string }),
    Column("Reason", field: "closeReason"),
    Column("Mirrored in", { $0.channels }),
    Column("Notes", as: .text, text: { $0.noteLines($1) }),
  ]

  private var channels: String {
    (parts?.mirrors ?? []).map { mirror in
      "\(mirror.path) (\(mirror.content.rawValue), \(mirror.direction.rawValue))"
    }.joined(separator: ", ")
  }

  private func noteLines(_ times: TimeText) -> String {
    (parts?.notes ?? []).map { note in
      "\(times.text(note.createdAt.recorded))  \(note.author): \(note.text)"
    }.joined(separator: "\n")
  }
}

/// A note of an incident as lists show it.
package struct NoteRow: Listed {
  package let note: Incident.Note

  init(_ note: Incident.Note) { self.note = note }

  package var reference: String { String(note.incident) }
  var time: String { note.createdAt.recorded }

  package var document: JSON {
    [
      "number": .int(Int(note.number)), "incident": .int(Int(note.incident)),
      "author": .string(note.author), "mail": .optional(note.mail), "text": .string(note.text),
      "isFromTeams": .bool(note.isFromTeams), "createdAt": .string(time),
    ]
  }

  static let columns: [Column<NoteRow>] = [
    Column("TIME", time: { $0.time }),
    Column("AUTHOR", \.note.author),
    Column("TEXT", as: .text, { $0.note.text }),
  ]
}

extension Mirror {
  /// The channel, as people name it.
  package var path: String { "\(teamName)/\(channelName)" }

  var channel: Named { Named(id: channelID, name: channelName) }
  var team: Named { Named(id: teamID, name: teamName) }

  package var document: JSON {
    [
      "incident": .int(Int(incident)), "team": .string(teamName), "teamId": .string(teamID),
      "channel": .string(channelName), "channelId": .string(channelID),
      "type": .string(content.rawValue), "direction": .string(direction.rawValue),
      "autoClose": .bool(closesChannel), "isAnnounced": .bool(isAnnounced),
    ]
  }
}

extension [Mirror] {
  /// The channels as a sentence names them.
  var channelNames: String {
    map { "\($0.channelName) of \($0.teamName)" }.joined(separator: " and ")
  }
}

extension Date {
  /// The time as records and Graph write it.
  fileprivate var recorded: String { formatted(.iso8601) }
}
