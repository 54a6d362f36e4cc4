import CommandKit

/// The commands that stand alone, in help order.
enum LocalCommands {
  static let noun = Noun(
    "", "The shell itself.",
    [
      SetSetting.self,
      Help.self,
      Apropos.self,
      AliasSet.self,
      AliasRemove.self,
      WordShow.self,
      Source.self,
      JobList.self,
      JobWait.self,
      JobShow.self,
      JobKill.self,
      Watch.self,
      LastError.self,
      EditLine.self,
      Clear.self,
      Echo.self,
      True.self,
      False.self,
      Colon.self,
      Exit.self,
    ])
}
