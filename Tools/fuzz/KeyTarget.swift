import LineEditing

/// The decoder of keys: whatever a terminal sends, the next plain text comes through whole.
struct KeyTarget: FuzzTarget {
  let name = "keys"

  private static let parts = [
    "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}[A", "\u{1B}[1;5C", "\u{1B}[3~", "\u{1B}[Z", "\u{1B}[[A",
    "\u{1B}[200~", "\u{1B}[201~", "\u{1B}\u{1B}[D", "\u{1B}]0;t\u{7}", "\u{1B}P", "\u{1B}[?1;2c",
    "\u{1B}[<0;1;1M", "\r", "\n", "\u{3}", "\u{7F}", "é", "日", "👩‍👩‍👧", "a", "~", ";5", "0", "[", "M",
  ]

  func brokenRule(with random: inout SplitMix) -> String? {
    var noise = Array(random.text(of: Self.parts, upTo: 12).utf8)
    if random.below(3) == 0 { noise += random.bytes(upTo: 12) }
    var decoder = KeyDecoder()
    var keys = 0
    for byte in noise {
      if decoder.take(byte) != nil { keys += 1 }
      if random.below(20) == 0, decoder.timeOut() != nil { keys += 1 }
    }
    guard keys <= noise.count else { return "\(keys) keys of \(noise)" }
    _ = decoder.timeOut()
    guard !decoder.isPending else { return "still waiting after a pause behind \(noise)" }
    let plain = random.text(of: ["x", "é", "日本", "😀"], upTo: 6).unicodeScalars.filter {
      $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)
    }
    let typed = String(String.UnicodeScalarView(plain)).utf8.compactMap { decoder.take($0) }
    guard typed == plain.map(Key.character) else { return "\(plain) came out as \(typed)" }
    return nil
  }
}
