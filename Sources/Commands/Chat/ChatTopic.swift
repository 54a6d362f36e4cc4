import CommandKit

/// What Teams takes for the topic of a chat.
enum ChatTopic {
  private static let longest = 250

  /// Why a topic will not do; `nil` for one that will.
  static func fault(in topic: String) -> String? {
    if topic.count > longest { return "A chat's topic has \(longest) characters at most." }
    return topic.contains(":") ? "A chat's topic cannot hold a colon." : nil
  }

  /// - Throws: ``CommandError`` for a topic that will not do.
  static func check(_ topic: String) throws(CommandError) {
    guard let fault = fault(in: topic) else { return }
    throw CommandError(.invalidArgument(name: "The topic", value: topic, reason: fault))
  }
}
