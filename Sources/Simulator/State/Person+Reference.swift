import GRDB

extension Person {
  /// The person that an address of a directory object names: below `users` or
  /// `directoryObjects`, in any of the forms that Graph takes.
  static func referenced(_ db: Database, by link: Document?) throws -> Person {
    let path = RequestPath((link?.string ?? "")[...])
    let collections = ["users", "directoryobjects"]
    guard let index = path.segments.lastIndex(where: { collections.contains($0.name) }),
      path.segments.count == index + 2
    else {
      throw GraphFailure.badRequest(
        "Invalid URL format specified in @odata.id value. Please provide the URL value in a "
          + "correct format.", code: "Request_BadRequest")
    }
    let key = path.segments[index + 1].text
    guard let person = try find(db, key) else { throw GraphFailure.unknownDirectoryObject(key) }
    return person
  }
}
