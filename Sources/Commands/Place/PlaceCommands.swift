import CommandKit

/// The commands that stand alone, in help order.
enum PlaceCommands {
  static let noun = Noun(
    "", "Where you stand.",
    [
      Use.self,
      Context.self,
      LS.self,
    ])
}
