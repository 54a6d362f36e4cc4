import ArgumentParser

/// What Graph adds to a chat when it is asked to.
enum ChatExpansion: String, ExpressibleByArgument, CaseIterable {
  case members, lastMessagePreview

  /// The value of `$expand`: the members name a chat without a topic, and are always asked for.
  static func query(_ wanted: [ChatExpansion]) -> String {
    allCases.filter { $0 == .members || wanted.contains($0) }.map(\.rawValue)
      .joined(separator: ",")
  }
}
