import CommandKit
package import LineEditing
import Output

/// Asks and tells through the line editor, so that neither lands in a half-typed line, and fills the next one.
package struct EditorDesk: Questioner, NoticeBoard, LineComposer {
  private let editor: any LineEditor

  package init(editor: any LineEditor) {
    self.editor = editor
  }

  package func ask(_ question: String) async -> String? {
    guard case .line(let answer, _) = await editor.ask(question) else { return nil }
    return answer
  }

  package func compose(_ text: String) async -> Bool {
    guard let edited = await editor.edit(text) else { return false }
    editor.offer(edited, isPrivate: edited.first == " ")
    return true
  }

  package func post(_ notice: String) {
    editor.post(HostileText.visibleLines(notice))
  }
}
