import Cache
import Testing

struct NameFoldingTests {
  @Test(arguments: [
    ("Adele Vance", "adele vance"),
    ("Zoë", "zoe"),
    ("Zoe\u{308}", "zoe"),
    ("ÖSTERREICH", "osterreich"),
    ("Straße", "strasse"),
    ("STRAẞE", "strasse"),
    ("İstanbul", "istanbul"),
    ("Diyarbakır", "diyarbakir"),
    ("Łódź", "lodz"),
    ("Ærø", "aero"),
    ("Ðorđe Þór", "dorde thor"),
    ("Ｔｅａｍ　１", "team 1"),
    ("ﬁnance", "finance"),
    ("Σίσυφος", "σισυφοσ"),
    ("Ёлка", "елка"),
    ("北京 团队", "北京 团队"),
    ("مُحَمَّد", "محمد"),
    ("أحمد", "احمد"),
    ("שָׁלוֹם", "שלום"),
    ("  Contoso\u{A0}  IT\t", "contoso it"),
    ("R/D", "r/d"),
    ("👩‍💻 Team", "👩💻 team"),
    ("", ""),
    ("\u{0}\u{1F}\n", ""),
  ])
  func `names are compared without case, accents, width or doubled spaces`(
    name: String, folded: String
  ) {
    #expect(Array(NameFolding.fold(name).unicodeScalars) == Array(folded.unicodeScalars))
  }

  @Test(arguments: ["हिन्दी", "ไทย", "தமிழ்"])
  func `vowel signs are no accents`(name: String) {
    let typed = name.unicodeScalars
    #expect(NameFolding.fold(name).unicodeScalars.count == typed.count)
  }

  @Test func `a half-typed syllable finds the whole one`() {
    #expect(NameFolding.fold("한국").utf8.starts(with: NameFolding.fold("하").utf8))
  }

  @Test(arguments: ["Zoë", "ÖSTERREICH", "Straße", "한국", "が", "مُحَمَّد", "a  b", "ǅ", "ŉ"])
  func `folding what is folded changes nothing`(name: String) {
    let folded = NameFolding.fold(name)
    #expect(Array(NameFolding.fold(folded).utf8) == Array(folded.utf8))
  }
}
