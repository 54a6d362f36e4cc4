/// What the browser shows when it has brought the answer.
enum LoopbackPage {
  static func text(for outcome: Result<Secret, IdentityError>) -> String {
    let (title, sentence) =
      switch outcome {
      case .success: ("Signed in", "teamsh has what it needs. You can close this page.")
      case .failure:
        ("Not signed in", "teamsh says why in its terminal. You can close this page.")
      }
    return """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>\(title)</title>
      <style>body { font: 1.1rem sans-serif; margin: 20vh auto; max-width: 32rem }</style>
      <h1>\(title)</h1>
      <p>\(sentence)</p>
      </html>

      """
  }
}
