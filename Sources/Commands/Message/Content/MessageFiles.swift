import ArgumentParser
import CommandKit
import Documents
import Graph
import HTTPTypes
import Transport

/// The files that go with a message.
struct MessageFiles: ParsableArguments {
  @Option(help: ArgumentHelp("A file to send along; repeatable.", valueName: "file"))
  var attach: [Word] = []

  /// The largest file that is taken.
  private static let longest = 250_000_000

  /// What a command needs besides where files go with a message.
  static let permissions = Permissions.Requirement.on(
    "--attach", person: ["Files.ReadWrite"], app: nil)

  /// Looks at the files, and sends nothing.
  ///
  /// - Throws: ``CommandError`` for one that cannot be sent.
  func files(in session: Session) throws -> [LocalFile] {
    if !attach.isEmpty { session.call.meet("--attach") }
    var files: [LocalFile] = []
    for word in attach { files.append(try LocalFile(path: word.text, limit: Self.longest)) }
    return files
  }
}

/// The way of files to where a conversation keeps them.
struct FileDelivery {
  let session: Session
  let place: Place

  /// Larger files go range by range.
  private static let largestAtOnce = 4 * 1024 * 1024

  /// Stores the files, lets the conversation see them, hangs them on the message, and has it sent.
  ///
  /// When anything goes wrong, what was stored before stays, and is said.
  func deliver<Value>(
    _ files: [LocalFile], with draft: inout MessageDraft,
    _ send: (MessageDraft) async throws -> Value
  ) async throws -> Value {
    guard !files.isEmpty else { return try await send(draft) }
    var items: [DriveItem] = []
    do {
      let folder = try await folder()
      try await store(files, in: folder) { items.append($0) }
      if place.kind == .chat {
        let readers = try await session.roster(of: place)
        for item in items { try await share(item, in: folder.drive, with: readers) }
      }
      for (item, file) in zip(items, files) {
        draft.add(id: item.uniqueID ?? item.id, Self.attachment(item, of: file))
      }
      return try await send(draft)
    } catch {
      for item in items where !session.call.isDryRun {
        session.tell("The file stays where it was stored: \(item.webURL ?? item.name)")
      }
      throw error
    }
  }

  private func store(
    _ files: [LocalFile], in folder: Folder, _ keep: (DriveItem) -> Void
  ) async throws {
    for file in files where file.storedName != file.name {
      session.tell("\(file.name) is stored as \(file.storedName), since Teams takes no such name.")
    }
    let meter = BodyMeter()
    let total = files.reduce(0) { $0 + $1.size }
    try await session.showingProgress(
      "MB", of: total, scale: 1_000_000, following: { meter.count }
    ) { _ in
      for file in files { keep(try await store(file, in: folder, meter)) }
    }
  }

  private static func attachment(
    _ item: DriveItem, of file: LocalFile
  ) -> [(key: String, value: JSON)] {
    [
      ("contentType", "reference"),
      ("contentUrl", .string(item.webDavURL ?? item.webURL ?? "{new url}")),
      ("name", .string(item.name.isEmpty ? file.storedName : item.name)),
    ]
  }

  /// A place that files of a conversation go to.
  struct Folder {
    let drive: String
    /// The folder itself, by its id or along names; files are named behind it.
    let path: GraphPath

    /// The file of this name in it.
    func file(_ name: String) -> GraphPath { "\(path)/\(name):" }
  }

  /// The channel's folder; for a chat the caller's own, which Teams keeps the files of chats in.
  private func folder() async throws -> Folder {
    if case .channel(let team, let channel) = place {
      let item = try await session.graph.send(Self.folder(of: channel.id, in: team.id)).value
      guard let drive = item.driveID else { throw missing }
      return Folder(drive: drive, path: "/drives/\(drive)/items/\(item.id):")
    }
    let drive = try await session.graph.send(Self.ownDrive).value.id
    return Folder(drive: drive, path: "/drives/\(drive)/root:/\("Microsoft Teams Chat Files")")
  }

  private var missing: GraphError {
    GraphError(
      code: .malformedAnswer, status: 200, method: .get,
      template: "/teams/{}/channels/{}/filesFolder")
  }

  private func store(
    _ file: LocalFile, in folder: Folder, _ meter: BodyMeter
  ) async throws -> DriveItem {
    let target = folder.file(file.storedName)
    let named = Named(id: target.text, name: file.storedName)
    if file.size <= Self.largestAtOnce {
      let content = session.call.isDryRun ? [] : try file.contents()
      try file.requireUnchanged()
      var request = Self.put(content, at: target)
      request.meter = meter
      let item = try await session.write(request, to: named, place.named)
      meter.settle(file.size)
      return item
    }
    let document = try await session.upload(
      size: file.size, opening: Self.open(target, for: file.storedName), to: [named, place.named],
      meter: meter
    ) { range in
      let bytes = try file.bytes(range)
      try file.requireUnchanged()
      return bytes
    }
    return DriveItem(document: document)
  }

  private func share(
    _ item: DriveItem, in drive: String, with readers: [ConversationMember]
  ) async throws {
    let me = try await session.me().id
    let recipients = readers.compactMap { reader -> JSON? in
      guard reader.userID != me else { return nil }
      if let id = reader.userID { return ["objectId": .string(id)] }
      return reader.email.map { ["email": .string($0)] }
    }
    guard !recipients.isEmpty else { return }
    let _: NoContent = try await session.write(
      Self.invite(recipients, to: item.id, in: drive), to: Named(id: item.id, name: item.name),
      place.named)
  }

  static func folder(of channel: String, in team: String) -> GraphRequest<DriveItem> {
    .get("/teams/\(team)/channels/\(channel)/filesFolder")
  }

  static var ownDrive: GraphRequest<DriveItem> { .get("/me/drive") }

  static func put(_ content: [UInt8], at file: GraphPath) -> GraphRequest<DriveItem> {
    .put("\(file)/content", storing: content)
  }

  static func open(_ file: GraphPath, for name: String) -> GraphRequest<UploadSession> {
    .post(
      "\(file)/createUploadSession",
      ["item": ["@microsoft.graph.conflictBehavior": "rename", "name": .string(name)]])
  }

  static func invite(
    _ recipients: [JSON], to item: String, in drive: String
  ) -> GraphRequest<NoContent> {
    .post(
      "/drives/\(drive)/items/\(item)/invite",
      [
        "recipients": .array(recipients), "requireSignIn": true, "sendInvitation": false,
        "roles": ["read"],
      ])
  }
}

extension LocalFile {
  /// The name that it gets where it goes: SharePoint does not take every one.
  var storedName: String {
    var name = String(
      self.name.map { character in
        let isControl = character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        return isControl || "\"*:<>?/\\|".contains(character) ? "_" : character
      })
    while name.last == " " || name.last == "." { name.removeLast() }
    while name.first == " " { name.removeFirst() }
    return name.isEmpty ? "file" : name
  }
}
