import HTTPTypes

extension FaultPlan {
  /// Reads the rules from JSON: `{"seed": 1, "rules": […]}`.
  init(_ bytes: [UInt8]) throws(FaultFileError.Reason) {
    let document: Document
    do throws(DocumentParser.Malformed) {
      document = try DocumentParser.parse(bytes)
    } catch {
      throw FaultFileError.Reason(byte: error.offset, text: "this is not JSON")
    }
    let whole = RuleReader(document)
    guard let list = document["rules"]?.array else {
      throw FaultFileError.Reason(text: "there is no array called 'rules'")
    }
    var rules: [FaultRule] = []
    for (index, rule) in list.enumerated() {
      do throws(FaultFileError.Reason) {
        rules.append(try FaultRule(rule))
      } catch {
        throw error.below(.member("rules"), .element(index))
      }
    }
    try whole.refuseOthers(than: ["seed", "rules"])
    self.init(rules, seed: UInt64(try whole.integer("seed", from: 0) ?? 1))
  }
}

extension FaultRule {
  private static let common = [
    "service", "method", "path", "nth", "from", "every", "probability", "fault", "comment",
  ]

  init(_ document: Document) throws(FaultFileError.Reason) {
    let reader = RuleReader(document)
    guard document.fields != nil else { throw RuleReader.wrong(nil, "this is not an object") }
    let text = try reader.string("path") ?? "/**"
    guard let path = PathTemplate(text) else {
      throw RuleReader.wrong(
        "path", "'path' begins with '/', has '{}' for a segment and '**' only at the end")
    }
    self.path = path
    if let name = try reader.string("service") {
      guard let service = Service(rawValue: name) else {
        throw RuleReader.wrong("service", "'service' is 'graph', 'sign-in', 'storage' or 'bot'")
      }
      self.service = service
    }
    if let name = try reader.string("method") {
      guard let method = HTTPRequest.Method(rawValue: name), name == name.uppercased() else {
        throw RuleReader.wrong("method", "'method' is a method of HTTP, in capitals")
      }
      self.method = method
    }
    choice = try reader.choice()
    let (fault, names) = try reader.fault()
    self.fault = fault
    if case .refusal = fault.action {
      guard service == nil || service == .signIn else {
        throw RuleReader.wrong("service", "only a sign-in is refused")
      }
      service = .signIn
    }
    try reader.refuseOthers(than: Self.common + names)
  }
}
