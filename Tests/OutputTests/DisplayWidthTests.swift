import Output
import Testing

@Test(arguments: [
  ("", 0), ("abc", 3), ("é", 1), ("e\u{301}\u{302}", 1), ("営業", 4), ("한글", 4), ("ﾊﾝ", 2), ("Ａ", 2),
  ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("\u{200B}", 0),
  ("שלום", 4), ("ไทย", 3), ("นี้", 1), ("…", 1), ("╭", 1), ("\u{1B}", 0), ("𠀀", 2),
])
func `text takes as many columns as on a terminal`(text: String, width: Int) {
  #expect(DisplayWidth.of(text) == width)
}

@Test(arguments: [
  ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("営業チーム", 5, "営業…"), ("営業チーム", 4, "営…"),
  ("👩‍👩‍👧x", 2, "…"), ("abc", 1, "…"), ("abc", 0, ""), ("", 0, ""),
])
func `a cut never parts a character`(text: String, columns: Int, expected: String) {
  #expect(DisplayWidth.cut(text, to: columns) == expected)
  #expect(DisplayWidth.of(expected) <= columns)
}
