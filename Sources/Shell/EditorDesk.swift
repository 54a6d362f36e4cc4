import CommandKit
package import LineEditing
import Output

/// Asks and tells through the line editor, so that neither lands in a half-typed line.
package struct EditorDesk: Questioner, NoticeBoard {
  private let editor: any LineEditor

  package init(editor: any LineEditor) {
    self.editor = editor
  }

  package func ask(_ question: String) async -> String? {
    guard case .line(let answer, _) = await editor.ask(question) else { return nil }
    return answer
  }

  package func post(_ notice: String) {
    editor.post(HostileText.visibleLines(notice))
  }
}
