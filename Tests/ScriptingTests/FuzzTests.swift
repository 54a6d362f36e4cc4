import CommandKit
import Scripting
import TestSupport
import Testing

struct FuzzTests {
  @Test func `no text brings the lexer or the parser down`() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<5000 {
      let text = random.text(upTo: 30)
      let source = SourceText(text)
      let reading = Lexer.read(source)
      var end = 0
      for token in reading.tokens {
        #expect(token.range.lowerBound >= end && token.range.upperBound <= source.bytes.count)
        end = token.range.upperBound
      }
      _ = try? Script(parsing: text)
      _ = Script.unfinished(text)
    }
  }

  @Test func `no place of the cursor brings completion down`() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<1000 {
      let line = random.text(upTo: 12)
      let length = line.unicodeScalars.count
      for cursor in 0...length {
        let context = CursorContext(line: line, cursor: cursor)
        #expect(context.range.lowerBound <= cursor && context.range.upperBound <= length)
      }
    }
  }

  @Test func `a text cut anywhere is read up to the cut as before`() {
    let text = "a 'b c' \"d $e\" $(f g) | h"
    let whole = Lexer.read(SourceText(text)).tokens
    for length in 0..<text.utf8.count {
      let cut = String(decoding: Array(text.utf8.prefix(length)), as: UTF8.self)
      let tokens = Lexer.read(SourceText(cut)).tokens.dropLast()
      #expect(tokens.elementsEqual(whole.prefix(tokens.count)))
    }
  }

  @Test func `no text that parses brings the interpreter down`() async {
    var random = SeededGenerator(seed: 3)
    let session = ScriptSession()
    for _ in 0..<3000 {
      // Programs and files are left out: what a random text would do to them is not known.
      let text = random.text(upTo: 20).filter { !"|!<>".contains($0) }
      do {
        try await session.interpreter.run(text, arguments: ["one", "two words"])
      } catch {
        #expect(error is ScriptError)
      }
    }
  }
}
