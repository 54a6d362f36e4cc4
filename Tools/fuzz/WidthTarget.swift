import Output

/// The counting of columns: nothing is wider than the room it was cut to, nor longer than its parts.
struct WidthTarget: FuzzTarget {
  let name = "width"

  private static let parts = [
    "a", "ab ", "é", "e\u{301}", "日本", "한", "ᄒ", "👩‍👩‍👧", "🇩🇪", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}",
    "\u{200D}", "\u{FE0F}", "\u{301}\u{302}", "\t", "\u{1B}[1m", "\u{202E}", "ﷺ", "क्षि", "\u{AD}",
    "…",
  ]

  func brokenRule(with random: inout SplitMix) -> String? {
    let text = random.text(of: Self.parts, upTo: 16)
    let visible = HostileText.visible(text)
    if let harm = Harm.rule(in: visible, lines: false) {
      return "\(harm) in \(text.debugDescription)"
    }
    let width = DisplayWidth.of(visible)
    guard width >= 0, width <= 2 * visible.unicodeScalars.count else {
      return "\(width) columns for \(visible.debugDescription)"
    }
    let room = random.below(20)
    let cut = DisplayWidth.cut(visible, to: room)
    guard DisplayWidth.of(cut) <= room else {
      return "\(DisplayWidth.of(cut)) columns where \(room) are: \(visible.debugDescription)"
    }
    guard DisplayWidth.of(DisplayWidth.padded(cut, to: room)) >= DisplayWidth.of(cut) else {
      return "padding took columns away: \(cut.debugDescription)"
    }
    return nil
  }
}
