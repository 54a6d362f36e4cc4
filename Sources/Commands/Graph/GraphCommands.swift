import CommandKit

/// The commands of `graph`, in help order.
enum GraphCommands {
  static let noun = Noun(
    "graph", "Any request to Microsoft Graph.",
    [
      GraphGet.self,
      GraphPost.self,
      GraphPatch.self,
      GraphPut.self,
      GraphDelete.self,
    ])
}
