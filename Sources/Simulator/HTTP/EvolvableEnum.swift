/// An enumeration that got members after clients had been built against it.
///
/// Clients that do not say that they know the younger members get `unknownFutureValue` for them.
enum EvolvableEnum: Sendable {
  case channelMembershipType
  case chatMessageType
  case teamsAsyncOperationType

  private var youngMembers: Set<String> {
    switch self {
    case .channelMembershipType: ["shared"]
    case .chatMessageType: ["systemEventMessage"]
    case .teamsAsyncOperationType:
      ["teamifyGroup", "createChannel", "archiveChannel", "unarchiveChannel"]
    }
  }

  func printed(_ member: String, knowsNewMembers: Bool) -> Document {
    .string(
      !knowsNewMembers && youngMembers.contains(member) ? "unknownFutureValue" : member)
  }
}

extension Call {
  func printed(_ member: String, of kind: EvolvableEnum) -> Document {
    kind.printed(member, knowsNewMembers: knowsNewMembers)
  }
}
