/// The people that every company has, whatever its seed: demonstrations and tests know them.
enum Cast {
  /// One of them.
  struct Member: Sendable {
    let given: String
    let family: String
    /// The local part of the address; with an `@`, the foreign address of a guest.
    let address: String
    var title = "Consultant"
    var display: String?
    var isEnabled = true

    var displayName: String { display ?? "\(given) \(family)" }
  }

  static let members = [
    Member(given: "Megan", family: "Bowen", address: "megan", title: "IT Administrator"),
    Member(given: "Adele", family: "Vance", address: "adele", title: "Retail Manager"),
    Member(given: "Alex", family: "Wilber", address: "alex", title: "Marketing Assistant"),
    Member(given: "Miles", family: "O'Brien", address: "miles.obrien", title: "Chief Engineer"),
    Member(
      given: "Hans", family: "Meier", address: "hans.meier@fabrikam.com",
      title: "Supplier", display: "Hans Meier (Fabrikam)"),
    Member(
      given: "Dash", family: "Yes", address: "dash.yes", title: "Option Tester", display: "--yes"),
    Member(given: "Anna", family: "Müller", address: "anna.mueller", title: "Controller"),
    Member(given: "Anna", family: "Müller", address: "anna.mueller2", title: "Designer"),
    Member(given: "太郎", family: "山田", address: "taro.yamada", display: "山田 太郎"),
    Member(given: "伟", family: "王", address: "wei.wang", display: "王伟"),
    Member(given: "محمد", family: "العلي", address: "mohammed.alali"),
    Member(given: "דוד", family: "כהן", address: "david.cohen"),
    Member(given: "Наталья", family: "Соколова", address: "natalya.sokolova"),
    Member(given: "आरव", family: "शर्मा", address: "aarav.sharma"),
    Member(given: "Łukasz", family: "Wiśniewski", address: "lukasz.wisniewski"),
    Member(given: "Sam", family: "Taylor", address: "sam.taylor", display: "Sam Taylor 🎸"),
    Member(given: "Diego", family: "Siciliani", address: "diego", title: "HR Manager"),
    Member(given: "Grady", family: "Archie", address: "grady", title: "CVP Legal"),
    Member(given: "Henrietta", family: "Mueller", address: "henrietta", title: "Developer"),
    Member(given: "Isaiah", family: "Langer", address: "isaiah", title: "Sales Rep"),
    Member(given: "Johanna", family: "Lorenz", address: "johanna", title: "Senior Engineer"),
    Member(given: "Joni", family: "Sherman", address: "joni", title: "Paralegal"),
    Member(given: "Lee", family: "Gu", address: "lee", title: "Director"),
    Member(given: "Lidia", family: "Holloway", address: "lidia", title: "Product Manager"),
    Member(given: "Nestor", family: "Wilke", address: "nestor", title: "Director"),
    Member(given: "Patti", family: "Fernandez", address: "patti", title: "President"),
    Member(given: "Pradeep", family: "Gupta", address: "pradeep", title: "Accountant"),
    Member(
      given: "Gone", family: "Away", address: "gone.away", title: "Former Employee",
      isEnabled: false),
    Member(
      given: "Sean", family: "O'Hara", address: "sean.o'hara@tailspintoys.com", title: "Partner"),
  ]

  /// Texts beside the presence of some, by their addresses.
  static let statusMessages = [
    ("lee", "Focus until 15:00 – please write, don't ring"),
    ("wei.wang", "a < b && b > c 🧮"),
  ]

  /// What those who are away tell everybody who writes.
  static let absences = [
    ("patti", "<html><body><p>I'm away until Monday. Please ask <b>Nestor</b>.</p></body></html>"),
    ("taro.yamada", "月曜日まで休みます。"),
  ]

  static let departments = [
    "IT", "Sales", "Marketing", "Finance", "Human Resources", "Legal", "Engineering", "Operations",
    "Research", "Retail", "Customer Support",
  ]

  static let titles = [
    "Analyst", "Engineer", "Senior Engineer", "Manager", "Director", "Assistant", "Consultant",
    "Architect", "Specialist", "Coordinator",
  ]

  static let cities = [
    ("Seattle", "US", "en-US"), ("Berlin", "DE", "de-DE"), ("Kraków", "PL", "pl-PL"),
    ("Madrid", "ES", "es-ES"), ("東京", "JP", "ja-JP"), ("上海", "CN", "zh-CN"),
    ("Tel Aviv", "IL", "he-IL"), ("Dubai", "AE", "ar-AE"), ("Mumbai", "IN", "hi-IN"),
    ("São Paulo", "BR", "pt-BR"),
  ]
}
