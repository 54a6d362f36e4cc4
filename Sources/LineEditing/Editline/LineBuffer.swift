internal import CEditline

/// The line inside libedit, in scalars instead of pointers.
@safe
struct LineBuffer {
  /// Not owned: the loop that made the editor ends it.
  private let editor: OpaquePointer

  init(_ editor: OpaquePointer) {
    unsafe self.editor = unsafe editor
  }

  var line: CompletionSession.Line {
    guard let info = unsafe el_wline(editor)?.pointee else {
      return CompletionSession.Line(text: [], cursor: 0)
    }
    guard let start = unsafe info.buffer, let cursor = unsafe info.cursor,
      let end = unsafe info.lastchar
    else { return CompletionSession.Line(text: [], cursor: 0) }
    let text = unsafe UnsafeBufferPointer(start: start, count: end - start).map {
      Unicode.Scalar(UInt32($0)) ?? "\u{FFFD}"
    }
    return CompletionSession.Line(text: text, cursor: unsafe cursor - start)
  }

  var text: String { String(String.UnicodeScalarView(line.text)) }

  /// Puts a line in place of the one there.
  func replace(with new: CompletionSession.Line) {
    let old = line
    move(by: old.text.count - old.cursor)
    deleteBack(old.text.count)
    insert(new.text)
    move(by: new.cursor - new.text.count)
  }

  func insert(_ scalars: some Sequence<Unicode.Scalar>) {
    let text = scalars.map { wchar_t($0.value) }
    guard !text.isEmpty else { return }
    _ = unsafe el_winsertstr(editor, text + [0])
  }

  func deleteBack(_ count: Int) {
    guard count > 0 else { return }
    unsafe el_deletestr(editor, Int32(count))
  }

  func move(by distance: Int) {
    guard distance != 0 else { return }
    _ = unsafe el_cursor(editor, Int32(distance))
  }
}
