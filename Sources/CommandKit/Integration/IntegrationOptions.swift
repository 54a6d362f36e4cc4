import ArgumentParser

/// The options that an integration command takes behind its arguments.
struct IntegrationOptions: ParsableCommand {
  @OptionGroup(title: "Output options") var output: OutputOptions
  @OptionGroup(title: "Identity options") var identity: IdentityOptions
  @OptionGroup(title: "Write options") var write: WriteOptions
  /// Taken and not needed: these commands never ask.
  @OptionGroup(title: "Write options") var remove: RemoveOptions

  static let configuration = CommandConfiguration(_superCommandName: "teamsh")
}

/// The words behind an integration command's name, sorted.
struct IntegrationWords {
  private(set) var arguments: [Word] = []
  private(set) var options: [Word] = []
  /// Whether something among them is not known yet.
  private(set) var isWhole = true

  /// Options that take the next word.
  private static let withValue: Set = ["-o", "--output", "--columns", "--jq", "--limit", "--as"]

  init(_ words: some Sequence<CheckedWord>) {
    var isValueNext = false
    for word in words {
      guard case .known(let word) = word else {
        if !isValueNext { isWhole = false }
        isValueNext = false
        continue
      }
      if isValueNext {
        options.append(word)
        isValueNext = false
      } else if let option = word.option {
        options.append(word)
        isValueNext = option.value == nil && Self.withValue.contains(option.name)
      } else {
        arguments.append(word)
      }
    }
  }
}
