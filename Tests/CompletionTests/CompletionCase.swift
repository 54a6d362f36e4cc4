/// A line as typed, and the words that Tab may put in the place of its last one.
struct CompletionCase: Sendable, CustomStringConvertible {
  let line: String
  let expected: [String]

  init(_ line: String, _ expected: String...) {
    self.line = line
    self.expected = expected
  }

  var description: String { line }

  /// The words before the one that is completed, without the program's name.
  var settledWords: Int { words.count - 2 }

  /// The word that is completed; empty behind a space.
  var typed: String { words.last ?? "" }

  private var words: [String] {
    line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
  }

  /// What every shell must do alike; the folder holds `script.teamsh` and `contoso.txt`.
  static let all = [
    CompletionCase("teamsh chan", "channel"),
    CompletionCase("teamsh whoa", "whoami"),
    CompletionCase("teamsh dem", "demo"),
    CompletionCase("teamsh zzz"),
    CompletionCase("teamsh --read", "--read-only"),
    CompletionCase("teamsh --as per", "person"),
    CompletionCase("teamsh -o nd", "ndjson"),
    CompletionCase("teamsh --output=nd", "--output=ndjson"),
    CompletionCase("teamsh --trace chan", "channel"),
    CompletionCase("teamsh --profile chan chan", "channel"),
    CompletionCase("teamsh channel cr", "create"),
    CompletionCase("teamsh channel create --own", "--owner"),
    CompletionCase("teamsh channel create --kind pri", "private"),
    CompletionCase("teamsh channel create --kind=pri", "--kind=private"),
    CompletionCase("teamsh channel create X --owner Y --desc", "--description"),
    CompletionCase("teamsh member add --owner X --chan", "--channel"),
    CompletionCase("teamsh member update X --role ", "member", "owner"),
    CompletionCase("teamsh member rm X --ye", "--yes"),
    CompletionCase("teamsh team list --yes"),
    CompletionCase("teamsh cd x --outp", "--output"),
    CompletionCase("teamsh set out", "output"),
    CompletionCase("teamsh set output nd", "ndjson"),
    CompletionCase("teamsh help mess", "message"),
    CompletionCase("teamsh help message rep", "reply"),
    CompletionCase("teamsh cache refresh teams cha", "channels", "chats"),
    CompletionCase("teamsh source scr", "script.teamsh"),
    CompletionCase("teamsh -f scr", "script.teamsh"),
    CompletionCase("teamsh scr", "script.teamsh"),
    CompletionCase("teamsh script.teamsh con", "contoso.txt"),
    CompletionCase("teamsh team show con"),
    CompletionCase("teamsh channel create --team con"),
  ]
}
