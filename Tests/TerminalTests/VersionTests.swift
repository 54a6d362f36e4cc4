import Testing
import TestSupport

struct VersionTests {
  @Test func `the terminal kit knows a screen`() {
    #expect(Screen(columns: 80, rows: 24).columns == 80)
  }
}
