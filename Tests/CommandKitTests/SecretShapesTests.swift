import CommandKit
import Testing

/// What looks like a secret, and what only speaks of one.
struct SecretShapesTests {
  private static let jwt = "eyJ0eXAiOiJKV1QifQ.eyJhdWQiOiJ4In0.c2ln"
  private static let appSecret = "abc8Q~0123456789abcdefghijklmnopqrstuvwx"

  @Test(arguments: [
    ("password=hunter2", "password=***"),
    ("graph post /x --client-secret canary", "graph post /x --client-secret ***"),
    ("x --api-key=canary y", "x --api-key=*** y"),
    ("!curl -H 'Authorization: Bearer canary' x", "!curl -H 'Authorization: ***' x"),
    ("graph get /me --header 'Authorization: Basic canary=='", "***"),
    ("{\"passwordProfile\":{\"password\":\"a b c\",\"x\":1}}", "\"password\":\"***\",\"x\":1"),
    ("{\"secretText\" : \"canary\"}", "{\"secretText\" : \"***\"}"),
    ("echo Bearer canary-canary-canary", "echo Bearer ***"),
    ("echo \(jwt)", "echo ***"),
    ("echo \(appSecret)", "echo ***"),
    ("https://megan:canary@proxy:8080/", "https://megan:***:8080/"),
    ("message send 'Your password: Canary77!'", "message send 'Your password: ***'"),
    ("X_TOKEN='canary canary'", "X_TOKEN='***'"),
    ("https://host/?access_token=canary&x=1", "?access_token=***&x=1"),
    ("key=0123456789abcdef0123456789", "key=***"),
  ])
  func `what looks like a secret is found and starred`(text: String, starred: String) {
    #expect(SecretShapes.isIn(text))
    #expect(SecretShapes.starred(text).contains(starred))
    #expect(!SecretShapes.starred(text).contains("canary"))
  }

  @Test(arguments: [
    "message send 'the key is under the mat'", "message send 'reset your password please'",
    "message send 'Password: see below'", "login --app --secret - < secret.txt", "login --token -",
    "token=$(cat file)", "password=\"$1\"", "password=${secret}",
    "profile create --secret-file a.txt",
    "graph get '/users?$skiptoken=m~AQAnOzE4M2Y'",
    "graph get '/me/messages/delta?$deltatoken=latest'",
    "help keys", "set times exact", "journal show key-0123456789abcdef", "Bearer of bad news",
    "key=short", "chat show 19:2da4c29f6d7041eca70b638b43d45437@thread.v2", "use secret=",
    "member remove MCMjMiMjZGNkMjE5ZGQtYmM2OC00YjlmLTEyMzQ1Njc4OTAxMiMjMTk6 --yes",
    "{\"token\":null,\"password\":true}", "for token in a b; echo $token; end", "--password",
  ])
  func `what only speaks of secrets is none`(text: String) {
    #expect(!SecretShapes.isIn(text))
    #expect(SecretShapes.starred(text) == text)
  }

  @Test func `a private key is starred whole`() {
    let key = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----"
    #expect(SecretShapes.starred("x \(key)") == "***")
  }

  @Test func `a megabyte of one word takes no time to speak of`() {
    #expect(!SecretShapes.isIn(String(repeating: "password", count: 100_000)))
    #expect(!SecretShapes.isIn(String(repeating: "\"", count: 100_000)))
  }
}
