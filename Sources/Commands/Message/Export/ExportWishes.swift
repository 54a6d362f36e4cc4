import CommandKit
import Documents
import Foundation
import Graph

/// What of a conversation is exported, and how.
struct ExportWishes: Sendable {
  let format: ExportFormat
  var savesAttachments = false
  /// Whether the sign-in shows the permission for files.
  var mayReadFiles = true
  /// How many bytes an attachment may have.
  var largestAttachment: Int?
  var since: Date?
  var until: Date?
  var hasReplies = true

  /// Whether a message of that time, in milliseconds, is wanted.
  func covers(_ time: Int) -> Bool {
    (milliseconds(since).map { $0 <= time } ?? true)
      && (milliseconds(until).map { time < $0 } ?? true)
  }

  /// Whether nothing before that time is wanted.
  func beginsAfter(_ time: Int) -> Bool { milliseconds(since).map { time < $0 } ?? false }

  private func milliseconds(_ date: Date?) -> Int? {
    date.map { Int(($0.timeIntervalSince1970 * 1000).rounded()) }
  }

  /// What of the wishes decides what is in a file, so that another run can tell whether it would write
  /// the same.
  var fingerprint: String {
    [
      format.rawValue, savesAttachments ? "attachments" : nil, hasReplies ? nil : "no replies",
      since.map { "since \($0.formatted(.iso8601))" },
      until.map { "until \($0.formatted(.iso8601))" },
    ].compactMap { $0 }.joined(separator: ", ")
  }
}

// MARK: - What is asked of Graph

extension ExportWishes {
  /// The messages of a place, as many at once as Graph gives.
  ///
  /// A channel's come by the last activity of their conversations, the latest first, and a chat's by when
  /// they were written, where that is asked for.
  func messages(at path: GraphPath, in kind: PlaceKind, count: Int = 50) -> GraphRequest<JSON> {
    var request: GraphRequest<JSON> = .get(
      path, ["$top": String(count)], headers: Preference.newMembers)
    if kind == .chat {
      request.query.append(GraphQuery(name: "$orderby", value: "createdDateTime desc"))
      if let until {
        let text = until.formatted(.iso8601)
        request.query.append(GraphQuery(name: "$filter", value: "createdDateTime lt \(text)"))
      }
    } else if hasReplies {
      request.query.append(GraphQuery(name: "$expand", value: "replies"))
    }
    return request
  }

  /// What changed last in a place.
  func latest(at path: GraphPath, in kind: PlaceKind) -> GraphRequest<JSON> {
    guard kind == .chat else { return messages(at: path, in: kind, count: 1) }
    return .get(
      path, ["$top": "1", "$orderby": "lastModifiedDateTime desc"], headers: Preference.newMembers)
  }
}
