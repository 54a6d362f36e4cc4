extension Catalog {
  /// What people type who come from elsewhere, in lower case, and the command that does the same here.
  ///
  /// psql's letters stand without their backslash, which quotes the letter here.
  package static let elsewhere: [String: String] = [
    // Shells and psql.
    "quit": "exit", "q": "exit", "bye": "exit", "logoff": "logout", "signin": "login",
    "man": "help", "?": "help", "h": "help", "search": "apropos", "find": "apropos",
    "l": "team list", "d": "ls", "dt": "ls", "dir": "ls", "du": "user list", "c": "use",
    "connect": "login", "conninfo": "whoami", "e": "edit", "fc": "edit", "i": "source",
    "include": "source",
    "diagnose": "doctor", "healthcheck": "doctor", "status": "doctor",
    "cls": "clear", "clear-host": "clear", "reset": "clear",
    "timing": "set", "export": "set", "print": "echo", "printf": "echo",
    // PowerShell's modules for Teams and for Graph.
    "connect-microsoftteams": "login", "connect-mggraph": "login",
    "disconnect-microsoftteams": "logout", "disconnect-mggraph": "logout",
    "get-mgcontext": "whoami", "find-mggraphpermission": "permissions list",
    "new-mgonlinemeeting": "meeting create", "new-mguseronlinemeeting": "meeting create",
    "get-mguseronlinemeeting": "meeting show", "get-mguserpresence": "presence show",
    "invoke-mggraphrequest": "graph get",
    "get-team": "team list", "get-mgteam": "team list", "get-mguserjoinedteam": "team list",
    "get-teamchannel": "channel list", "get-mgteamchannel": "channel list",
    "new-teamchannel": "channel create", "new-mgteamchannel": "channel create",
    "remove-teamchannel": "channel delete", "remove-mgteamchannel": "channel delete",
    "get-teamuser": "member list", "get-teamchanneluser": "member list",
    "get-mgteammember": "member list", "add-teamuser": "member add",
    "add-teamchanneluser": "member add", "new-mgteammember": "member add",
    "remove-teamuser": "member remove", "remove-teamchanneluser": "member remove",
    "remove-mgteammember": "member remove", "get-mguser": "user list",
    "get-mgchat": "chat list", "new-mgchat": "chat create",
    "get-mgteamchannelmessage": "message list", "get-mgchatmessage": "message list",
    "new-mgteamchannelmessage": "message send", "new-mgchatmessage": "message send",
    "set-teamchannel": "channel update", "update-mgteamchannel": "channel update",
    "update-mgchat": "chat update", "get-teamsapp": "app list",
    "get-mgappcatalogteamapp": "app list",
    "get-teamsappinstallation": "app list", "add-teamsappinstallation": "app add",
    "remove-teamsappinstallation": "app remove",
    "update-mgchatmessage": "message update", "update-mgteamchannelmessage": "message update",
    "new-mgteamchannelmessagereply": "message reply", "send-pnpteamschannelmessage": "message send",
    "submit-pnpteamschannelmessage": "message send", "new-mgchatpinnedmessage": "message pin",
    "remove-mgchatpinnedmessage": "message unpin",
    "get-help": "help", "get-command": "help", "get-history": "history list",
  ]

  /// The command that does here what a word did elsewhere; `nil` for words that nobody knows.
  func command(knownElsewhereAs word: String) -> String? {
    Self.elsewhere[word.lowercased()].flatMap { name in
      command(name.split(separator: " ").map(String.init)) == nil ? nil : name
    }
  }
}
