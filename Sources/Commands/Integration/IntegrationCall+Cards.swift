import CommandKit
import Documents

extension IntegrationCall {
  /// Refuses a card that is no JSON: the text, and the place of the fault.
  func checkCard(failing text: String) throws(IntegrationFault) {
    guard let card = arguments["adaptive_card"] else { return }
    do throws(JSONError) {
      _ = try JSON(parsing: card)
    } catch {
      throw fault(.refused("\(text)\(error.code) at byte \(error.offset)."))
    }
  }
}
