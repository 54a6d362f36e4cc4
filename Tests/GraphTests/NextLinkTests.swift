import Testing

@testable import Graph

struct NextLinkTests {
  @Test(arguments: [
    #"{"@odata.nextLink":"https://x/y","value":[]}"#,
    #" { "@odata.context" : "c", "@odata.count":2, "@odata.nextLink" : "https://x/y" , "value":[]}"#,
    #"{"value":[{"a":"}]\"","b":[{}]}],"@odata.nextLink":"https:\/\/x\u002fy"}"#,
    #"{"a":null,"b":true,"c":-1.5e3,"@odata.nextLink":"https://x/y"}"#,
  ])
  func `the link is found before and after the items`(body: String) {
    #expect(NextLink.find(in: Array(body.utf8)) == "https://x/y")
  }

  @Test(arguments: [
    #"{"value":[{"@odata.nextLink":"https://x/y"}]}"#,
    #"{"value":["\"@odata.nextLink\":\"https://x/y\""]}"#,
    #"{"replies@odata.nextLink":"https://x/y"}"#,
    #"{"@odata.nextLink":null}"#,
    #"{"@odata.nextLink":"https://x"#,
    #"{"value":[{"a":"@odata.nextLink"#,
    #"["@odata.nextLink","https://x/y"]"#,
    #"{"a":"\"#, "{", "", "\"", "null",
  ])
  func `nothing inside an item or a torn body passes for it`(body: String) {
    #expect(NextLink.find(in: Array(body.utf8)) == nil)
  }
}
