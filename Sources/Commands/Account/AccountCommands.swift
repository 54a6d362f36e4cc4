import CommandKit

/// The commands that stand alone, in help order.
enum AccountCommands {
  static let noun = Noun(
    "", "Who is signed in.",
    [
      Login.self,
      Logout.self,
      WhoAmI.self,
      Doctor.self,
    ])
}
