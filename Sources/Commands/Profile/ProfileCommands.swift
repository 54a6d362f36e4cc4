import CommandKit

/// The commands of `profile`, in help order.
enum ProfileCommands {
  static let noun = Noun(
    "profile", "Tenants and apps to sign in with.",
    [
      ProfileList.self,
      ProfileShow.self,
      ProfileUse.self,
      ProfileCreate.self,
      ProfileDelete.self,
    ])
}
