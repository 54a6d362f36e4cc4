import Testing

@testable import LineEditing

struct KeyDecoderTests {
  @Test(arguments: [
    ("a", [Key.character("a")]),
    ("é日😀", [.character("é"), .character("日"), .character("😀")]),
    ("\u{1}\u{7F}", [.control(1), .control(0x7F)]),
    ("\u{1B}[A\u{1B}OB", [.named(.up), .named(.down)]),
    ("\u{1B}[H\u{1B}OH\u{1B}[1~\u{1B}[7~", Array(repeating: .named(.home), count: 4)),
    ("\u{1B}[F\u{1B}OF\u{1B}[4~\u{1B}[8~", Array(repeating: .named(.end), count: 4)),
    (
      "\u{1B}[1;5C\u{1B}[1;3C\u{1B}[5C\u{1B}\u{1B}[C",
      Array(repeating: .named(.wordRight), count: 4)
    ),
    (
      "\u{1B}[1;5D\u{1B}[1;3D\u{1B}[5D\u{1B}\u{1B}[D", Array(repeating: .named(.wordLeft), count: 4)
    ),
    ("\u{1B}[3~\u{1B}[Z", [.named(.delete), .named(.backTab)]),
    ("\u{1B}b\u{1B}\u{7F}", [.meta("b"), .meta("\u{7F}")]),
    ("\u{1B}[2~\u{1B}[5~\u{1B}[15;2~\u{1B}[[A\u{1B}OPx", [.character("x")]),
    ("\u{1B}[12;40R\u{1B}[?1;2cx", [.character("x")]),
    ("\0\u{85}x", [.character("x")]),
  ])
  func `a terminal's sequences become keys, and unknown ones nothing`(
    input: String, keys: [Key]
  ) {
    var decoder = KeyDecoder()
    #expect(input.utf8.compactMap { decoder.take($0) } == keys)
    #expect(!decoder.isPending)
  }

  @Test func `only time tells Escape from the start of a sequence`() {
    var decoder = KeyDecoder()
    #expect(decoder.take(0x1B) == nil)
    #expect(decoder.isPending)
    #expect(decoder.timeOut() == .named(.escape))
    #expect(decoder.take(UInt8(ascii: "[")) == .character("["))
  }

  @Test func `a torn character costs itself and not its neighbour`() {
    var decoder = KeyDecoder()
    let keys = [0xE6, 0x97, UInt8(ascii: "a"), 0xFF].compactMap { decoder.take($0) }
    #expect(keys == [.character("a"), .character("\u{FFFD}")])
  }

  @Test func `a paste is one key, without controls and with its line ends as newlines`() {
    var decoder = KeyDecoder()
    let paste = "\u{1B}[200~one\r\ntwo\rthree\tx\u{7}\u{1B}[A\u{9B}e\u{301}\n\u{1B}[201~!"
    let keys = paste.utf8.compactMap { decoder.take($0) }
    #expect(keys == [.paste("one\ntwo\nthree\tx[A\u{E9}"), .character("!")])
  }

  @Test func `a paste that never ends is taken as far as it came`() {
    var decoder = KeyDecoder()
    for byte in "\u{1B}[200~half".utf8 { #expect(decoder.take(byte) == nil) }
    #expect(decoder.isPasting)
    #expect(decoder.timeOut() == .paste("half"))
    #expect(!decoder.isPending)
  }
}
