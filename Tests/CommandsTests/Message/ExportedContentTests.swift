import CommandKit
import Documents
import Foundation
import TestSupport
import Testing

/// Pictures that travel inside messages, and messages that others quote, in each format of an export.
struct ExportedContentTests {
  private static let picture = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3])

  private static let pictured: JSON = [
    "body": [
      "contentType": "html",
      "content": "<p>Look: <img src=\"../hostedContents/1/$value\" alt=\"chart\"></p>",
    ],
    "hostedContents": [
      [
        "@microsoft.graph.temporaryId": "1", "contentType": "image/png",
        "contentBytes": .string(picture.base64EncodedString()),
      ]
    ],
  ]

  /// Says something in a chat, answers it with a quote and a picture, and exports both.
  ///
  /// - Parameters:
  ///   - ending: That of the file.
  ///   - check: Looks at the file, and is told what the picture beside it is called.
  /// - Throws: Whatever the check throws.
  private func export(_ ending: String, _ check: (String, String) throws -> Void) async throws {
    let folder = try TemporaryHome()
    try await SimulatedTenant.serve { tenant in
      let session = try tenant.session()
      try await tenant.signIn(session)
      let id = try await session.result(
        of: "use 'Project X'; message send 'Is 1 < 2 & **bold**?' --markdown --jq .id")
      let reply: JSON = [
        "messageIds": [.string(id.trimmingCharacters(in: .whitespacesAndNewlines))],
        "replyMessage": Self.pictured,
      ]
      _ = try await session.result(
        of: "reply='\(reply.text())'; "
          + #"graph post "/chats/$chat/messages/replyWithQuote" $reply"#)
      _ = try await session.result(
        of: "message export --to \(folder.path)/x.\(ending) --attachments --since 1h")
      let saved = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/x.files")
      let name = try #require(saved.first { $0.hasSuffix(" image 1.png") }, "\(saved)")
      #expect(saved.count == 2 && saved.contains("index.ndjson"), "\(saved)")
      #expect(
        FileManager.default.contents(atPath: "\(folder.path)/x.files/\(name)") == Self.picture)
      let file = try String(contentsOfFile: "\(folder.path)/x.\(ending)", encoding: .utf8)
      try check(file, name.replacing(" ", with: "%20"))
    }
  }

  @Test func `a page shows the picture beside it, and the quote above the answer`() async throws {
    try await export("html") { page, picture in
      #expect(page.contains("<img src=\"./x.files/\(picture)\" alt=\"chart\">"), "\(page)")
      let quote = try #require(
        page.range(
          of: "<blockquote><b>Megan Bowen</b><br>Is 1 &lt; 2 &amp; bold?</blockquote>"), "\(page)")
      let answer = try #require(page.range(of: "<p>Look: "))
      #expect(quote.upperBound < answer.lowerBound)
      #expect(!page.contains("hostedContents") && !page.contains("attachment"))
    }
  }

  @Test func `Markdown links the picture, and quotes above the answer`() async throws {
    try await export("md") { text, picture in
      #expect(text.contains("Look: ![chart](x.files/\(picture))"), "\(text)")
      let quote = try #require(
        text.range(of: "> **Megan Bowen**: Is 1 \\< 2 & bold?"), "\(text)")
      let answer = try #require(text.range(of: "Look: "))
      #expect(quote.upperBound < answer.lowerBound)
      #expect(!text.contains("hostedContents") && !text.contains("attachment"))
    }
  }

  @Test func `lines keep what Graph sent, and the list beside says where the picture is`()
    async throws
  {
    try await export("ndjson") { lines, _ in
      let messages = try lines.split(separator: "\n").map { try JSON(parsing: String($0)) }
      #expect(messages.count == 2)
      let content = messages.last?.value(at: "body.content")?.string ?? ""
      #expect(content.contains("/hostedContents/") && content.contains("<attachment id="))
      let attachment = try #require(messages.last?["attachments"]?.array?.first)
      #expect(attachment["contentType"] == "messageReference")
      let quoted = try JSON(parsing: attachment["content"]?.string ?? "")
      #expect(quoted["messagePreview"] == "Is 1 < 2 & bold?")
      #expect(quoted["messageId"] == messages.first?["id"])
    }
  }
}
