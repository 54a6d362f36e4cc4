/// Definitions put before every expression, on its first line, in place of what jq 1.6 does not survive.
enum JQPrelude {
  static let definitions = implode + indices

  /// jq ends the process when `implode` meets a number that is no character; this one fails.
  private static let implode =
    "def teamsh_implode: implode; def implode: if type == \"array\" and all(.[]; type == \"number\""
    + " and . >= 0 and . <= 1114111 and (. < 55296 or . > 57343)) then teamsh_implode"
    + " else error(\"implode input must be an array of characters\") end; "

  /// jq looks for an empty string for ever, in C, where nothing can stop it; this one finds none.
  private static let indices =
    "def teamsh_indices($i): indices($i); def indices($i): if $i == \"\" and type == \"string\""
    + " then [] else teamsh_indices($i) end; def index($i): indices($i) | .[0];"
    + " def rindex($i): indices($i) | .[-1:][0]; "
}
