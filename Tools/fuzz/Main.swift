import ArgumentParser

/// Feeds random inputs into the code that takes text from strangers, and checks what must always hold.
///
/// Each input is made from the seed and its number alone. A broken rule names both and ends with 1; where
/// the process itself ends, the last line of progress says from which number to look on with `--from`.
@main
struct Fuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz", abstract: "Random inputs into lexer, key decoder, HTML and width code.")

  @Option(help: "How many inputs each target gets.")
  var count = 1_000_000

  @Option(help: "What all inputs are made from.")
  var seed: UInt64 = 1

  @Option(help: "The number of the first input.")
  var from = 0

  @Argument(
    help: "What to feed: \(Fuzz.targets.map(\.name).joined(separator: ", ")); all if left out.")
  var names: [String] = []

  private static let targets: [any FuzzTarget] = [
    LexerTarget(), KeyTarget(), HTMLTarget(), WidthTarget(),
  ]

  func validate() throws {
    for name in names where !Self.targets.contains(where: { $0.name == name }) {
      throw ValidationError("There is no target \(name).")
    }
  }

  func run() throws {
    for target in Self.targets where names.isEmpty || names.contains(target.name) {
      try run(target)
    }
  }

  private func run(_ target: some FuzzTarget) throws {
    let clock = ContinuousClock()
    let start = clock.now
    for number in from..<(from + count) {
      var random = SplitMix(seed: seed, number: number)
      if let broken = target.brokenRule(with: &random) {
        print("\(target.name): input \(number) of seed \(seed): \(broken)")
        throw ExitCode.failure
      }
      if (number + 1).isMultiple(of: 100_000) { print("\(target.name): \(number + 1) …") }
    }
    let seconds = (clock.now - start) / .seconds(1)
    let tenths = Int((seconds * 10).rounded())
    print(
      "\(target.name): \(count) inputs, seed \(seed), no rule broken, \(tenths / 10).\(tenths % 10) s"
    )
  }
}

/// Something that takes random inputs.
protocol FuzzTarget: Sendable {
  var name: String { get }

  /// Makes one input, feeds it, and says which rule it broke; `nil` for none.
  func brokenRule(with random: inout SplitMix) -> String?
}
