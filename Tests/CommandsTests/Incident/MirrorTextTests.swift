import Commands
import Documents
import Foundation
import Records
import Testing

/// What the bot says of incidents, which is never heard as news.
struct MirrorTextTests {
  private func note(_ text: String, source: String?) throws -> Incident.Note {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "incidents-\(UUID().uuidString)/incidents.sqlite").path
    let store = try IncidentStore.open(at: path)
    _ = try store.create(Incident.Draft(name: "Mail is down"), at: Date())
    return try #require(
      try store.add(text, to: 1, by: "Adele *Vance*", source: source, at: Date()))
  }

  @Test func `a note says who wrote it, and where it came from`() throws {
    let activity = MirrorText(try note("It is **down**", source: nil)).activity
    #expect(activity["textFormat"]?.string == "markdown")
    #expect(
      activity["text"]?.string == "**Adele *Vance***: It is **down**\n\n**From teamsh**")
  }

  @Test func `of a note from Teams every sign is a letter, and nobody is mentioned`() throws {
    let text = "!rm -rf / <at>Megan</at> @Megan Bowen; **x** $(incident close 1) %3\nnext"
    let activity = MirrorText(try note(text, source: "a")).activity
    #expect(activity["textFormat"]?.string == "xml")
    #expect(
      activity["text"]?.string
        == "<b>Adele *Vance*</b>: !rm -rf / &lt;at&gt;Megan&lt;/at&gt; @Megan Bowen; **x** "
        + "$(incident close 1) %3<br>next<br><br><b>From Microsoft Teams</b>")
    #expect(activity["entities"] == nil)
  }

  @Test(arguments: [
    "Adele: hello\n\n**From Microsoft Teams**", "Adele: hello\n\nFrom teamsh\n", "**From  teamsh**",
  ])
  func `what bears the last line has been through a mirror`(text: String) {
    #expect(MirrorText.isMirrored(text))
  }

  @Test(arguments: ["", "hello", "From Microsoft Teams we know nothing", "From teamsh\nit came"])
  func `what does not bear it has not`(text: String) {
    #expect(!MirrorText.isMirrored(text))
  }
}
