import HTTPTypes

/// Takes typed members from a rule, and says what is wrong with those that do not fit.
struct RuleReader {
  private let document: Document

  init(_ document: Document) {
    self.document = document
  }

  /// Says what is wrong with a member, or with the whole where there is none to point at.
  static func wrong(_ member: String?, _ text: String) -> FaultFileError.Reason {
    FaultFileError.Reason(path: member.map { [.member($0)] } ?? [], text: text)
  }

  func string(_ name: String) throws(FaultFileError.Reason) -> String? {
    guard let value = document[name] else { return nil }
    guard let text = value.string else { throw Self.wrong(name, "'\(name)' is a string") }
    return text
  }

  func integer(_ name: String, from least: Int) throws(FaultFileError.Reason) -> Int? {
    guard let value = document[name] else { return nil }
    guard let number = value.integer, number >= least else {
      throw Self.wrong(name, "'\(name)' is a whole number from \(least)")
    }
    return number
  }

  func refuseOthers(than known: [String]) throws(FaultFileError.Reason) {
    for entry in document.fields?.entries ?? [] where !known.contains(entry.name) {
      throw Self.wrong(
        entry.name,
        "'\(entry.name)' has no meaning here; known are \(known.joined(separator: ", "))")
    }
  }

  /// Which of the matching requests the rule strikes.
  func choice() throws(FaultFileError.Reason) -> FaultRule.Choice {
    var choices: [FaultRule.Choice] = []
    if let value = document["nth"] {
      let numbers = (value.array ?? [value]).map { $0.integer ?? 0 }
      guard !numbers.isEmpty, numbers.allSatisfy({ $0 > 0 }) else {
        throw Self.wrong("nth", "'nth' is a whole number from 1, or an array of them")
      }
      choices.append(.numbers(Set(numbers)))
    }
    if let first = try integer("from", from: 1) { choices.append(.from(first)) }
    if let step = try integer("every", from: 1) { choices.append(.every(step)) }
    if let value = document["probability"] {
      guard case .number(let text) = value, let share = Double(text), (0...1).contains(share)
      else { throw Self.wrong("probability", "'probability' is a number from 0 to 1") }
      choices.append(.probability(share))
    }
    guard choices.count < 2 else {
      throw Self.wrong(nil, "only one of 'nth', 'from', 'every' and 'probability' can be said")
    }
    return choices.first ?? .all
  }
}

// MARK: - What goes wrong

extension RuleReader {
  private static let faults = [
    "reset-unread", "reset-unacted", "reset-acted", "status", "status-acted", "refusal", "stall",
    "truncate", "invalid-json", "slow", "revoke", "clock",
  ]

  /// The fault, with the names of the members that belong to it.
  func fault() throws(FaultFileError.Reason) -> (Fault, [String]) {
    guard let name = try string("fault") else { throw Self.wrong(nil, "there is no 'fault'") }
    let (action, names): (Fault.Action, [String])
    switch name {
    case "reset-unread": (action, names) = (.resetUnread, [])
    case "reset-unacted": (action, names) = (.resetUnacted, [])
    case "reset-acted": (action, names) = (.resetActed, [])
    case "status": (action, names) = (.status(try reply()), ["status", "headers", "body"])
    case "status-acted":
      (action, names) = (.statusActed(try reply()), ["status", "headers", "body"])
    case "refusal": (action, names) = (.refusal(try refusal()), ["number"])
    case "stall":
      (action, names) = (.stall(try pause()), ["milliseconds"])
    case "truncate": (action, names) = (.truncate(try integer("bytes", from: 0)), ["bytes"])
    case "invalid-json": (action, names) = (.invalidJSON, [])
    case "slow":
      let size = try integer("bytes", from: 1) ?? 64
      let pause = try pause() ?? .milliseconds(50)
      (action, names) = (.slow(bytes: size, pause: pause), ["bytes", "milliseconds"])
    case "revoke": (action, names) = (.revoke, [])
    case "clock":
      guard let seconds = document["seconds"]?.integer else {
        throw Self.wrong("seconds", "'seconds' is a whole number; below 0 is the past")
      }
      (action, names) = (.clock(seconds: seconds), ["seconds"])
    default:
      throw Self.wrong("fault", "'fault' is one of \(Self.faults.joined(separator: ", "))")
    }
    return (Fault(name: name, action: action), names)
  }

  private func refusal() throws(FaultFileError.Reason) -> TokenFailure {
    guard let number = document["number"]?.integer, let failure = RefusalCatalog.failure(number)
    else {
      throw Self.wrong(
        "number", "'number' is an AADSTS number that nothing else here leads to, such as 50055")
    }
    return failure
  }

  private func pause() throws(FaultFileError.Reason) -> Duration? {
    try integer("milliseconds", from: 0).map { .milliseconds($0) }
  }

  private func reply() throws(FaultFileError.Reason) -> Fault.Reply {
    guard let code = document["status"]?.integer, (200...599).contains(code) else {
      throw Self.wrong("status", "'status' is a number from 200 to 599")
    }
    var headers: HTTPFields = [:]
    for entry in document["headers"]?.fields?.entries ?? [] {
      guard let name = HTTPField.Name(entry.name), let value = entry.value.string else {
        throw Self.wrong(
          entry.name, "'headers' is an object of strings; '\(entry.name)' is not right"
        ).below(.member("headers"))
      }
      headers[name] = value
    }
    return Fault.Reply(
      status: HTTPResponse.Status(code: code), headers: headers, body: document["body"])
  }
}
