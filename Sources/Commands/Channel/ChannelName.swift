import CommandKit

/// What Teams takes for the name of a channel.
enum ChannelName {
  private static let longest = 50
  private static let forbidden = "~#%&*{}+/\\:<>?|'\""

  /// Why a name will not do; `nil` for one that will, as far as anybody but Graph knows.
  static func fault(in name: String) -> String? {
    if name.allSatisfy(\.isWhitespace) { return "A channel needs a name." }
    if name.count > longest { return "A channel's name has \(longest) characters at most." }
    guard let odd = name.first(where: forbidden.contains) else { return nil }
    return "A channel's name cannot hold \(odd)."
  }

  /// - Throws: ``CommandError`` for a name that will not do.
  static func check(_ name: String) throws(CommandError) {
    guard let fault = fault(in: name) else { return }
    throw CommandError(.invalidArgument(name: "The name", value: name, reason: fault))
  }
}
