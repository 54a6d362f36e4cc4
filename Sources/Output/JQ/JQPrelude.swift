/// Definitions put before every expression, on its first line.
enum JQPrelude {
  /// jq 1.6 ends the process when `implode` meets a number that is no character; this one fails.
  static let definitions =
    "def teamsh_implode: implode; def implode: if type == \"array\" and all(.[]; type == \"number\""
    + " and . >= 0 and . <= 1114111 and (. < 55296 or . > 57343)) then teamsh_implode"
    + " else error(\"implode input must be an array of characters\") end; "
}
