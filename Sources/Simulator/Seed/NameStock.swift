/// The names of one language: each as it is written, and as it stands in an address.
struct NameStock: Sendable {
  /// One name in both forms.
  struct Name: Sendable {
    let written: String
    let address: String
  }

  let given: [Name]
  let family: [Name]
  /// What stands between the two in a display name.
  let joint: String
  let isFamilyFirst: Bool
  /// How often it is drawn, against the other stocks.
  let weight: Int

  /// Reads names separated by spaces, written `written=address` where the two differ.
  private init(
    _ given: String, _ family: String, joint: String = " ", isFamilyFirst: Bool = false,
    weight: Int
  ) {
    self.given = Self.names(given)
    self.family = Self.names(family)
    self.joint = joint
    self.isFamilyFirst = isFamilyFirst
    self.weight = weight
  }

  private static func names(_ list: String) -> [Name] {
    list.split(whereSeparator: \.isWhitespace).map { entry in
      let parts = entry.split(separator: "=")
      let address = (parts.last ?? entry).lowercased().filter { $0.isASCII && $0.isLetter }
      return Name(written: String(parts.first ?? entry), address: address)
    }
  }

  func displayName(_ given: Name, _ family: Name) -> String {
    isFamilyFirst
      ? family.written + joint + given.written : given.written + joint + family.written
  }

  static let all = [
    english, german, polish, spanish, nordic, chinese, japanese, korean, arabic, hebrew, russian,
    hindi, greek, vietnamese,
  ]

  private static let english = NameStock(
    """
    Adam Alice Andrew Angela Arthur Barbara Ben Bianca Brian Carla Charlotte Chris Claire Daniel
    Deborah Dennis Diana Edward Elena Emily Eric Eva Felix Fiona Frank Gabriel Grace Hannah Harry
    Helen Hugo Ian Irene Isabel Jack Jane Jason Joan John Julia Karen Kevin Laura Leo Linda Lucas
    Maria Mark Martha Max Michael Nadia Nina Noah Oliver Olivia Oscar Paul Peter Rachel Ralph
    Rebecca Robert Rosa Ruth Sam Sarah Simon Sophie Stephen Susan Thomas Tina Tom Vera Victor
    Victoria Walter Wendy William
    """,
    """
    Adams Allen Archer Baker Barnes Bell Bennett Black Brooks Brown Butler Campbell Carter Clark
    Coleman Collins Cook Cooper Cox D'Angelo=Dangelo Davis Edwards Evans Fisher Foster Fox Gray
    Green Griffin Hall Harris Hayes Hill Howard Hughes Hunt Jackson James Jenkins Johnson Jones
    Kelly King Knight Lewis Long MacLeod Marshall Martin Mason Miller Mitchell Moore Morgan Morris
    Murphy Myers Nelson O'Connor=Oconnor O'Neill=Oneill Owens Palmer Parker Patterson Perry Peters
    Powell Price Reed Reynolds Richards Roberts Rogers Ross Russell Sanders Scott Shaw Smith
    Stewart Stone Sullivan Taylor Thomas Turner Walker Ward Watson Webb West White Williams Wilson
    Wood Wright Young
    """, weight: 46)

  private static let german = NameStock(
    """
    Jörg=Joerg Günter=Guenter Zoë=Zoe Käthe=Kaethe Björn=Bjoern Anna Lukas Lena Moritz Greta
    Jürgen=Juergen Renée=Renee Sören=Soeren Mia
    """,
    """
    Müller=Mueller Krüger=Krueger Schäfer=Schaefer Groß=Gross Weiß=Weiss Jäger=Jaeger
    Böhm=Boehm Schröder=Schroeder Köhler=Koehler Vogt Lang Sommer
    """, weight: 9)

  private static let polish = NameStock(
    "Łukasz=Lukasz Michał=Michal Zofia Paweł=Pawel Agnieszka Jiří=Jiri Šárka=Sarka Đorđe=Djordje",
    """
    Wiśniewski=Wisniewski Wójcik=Wojcik Kamiński=Kaminski Dvořák=Dvorak Černý=Cerny
    Zieliński=Zielinski Petrović=Petrovic
    """, weight: 6)

  private static let spanish = NameStock(
    "José=Jose María=Maria Ángel=Angel Inés=Ines Sofía=Sofia João=Joao Beatriz Íñigo=Inigo",
    """
    Núñez=Nunez García=Garcia Peña=Pena Muñoz=Munoz Gonçalves=Goncalves Fernández=Fernandez
    Ibáñez=Ibanez López=Lopez
    """, weight: 8)

  private static let nordic = NameStock(
    "Åsa=Asa Søren=Soren Bjørn=Bjorn Freja Þóra=Thora Mikael Päivi=Paivi",
    "Öberg=Oberg Sørensen=Sorensen Lindqvist Ødegård=Odegard Mäkinen=Makinen Jónsdóttir=Jonsdottir",
    weight: 5)

  private static let chinese = NameStock(
    "伟=Wei 芳=Fang 娜=Na 秀英=Xiuying 敏=Min 静=Jing 强=Qiang 磊=Lei 洋=Yang 艳=Yan",
    "王=Wang 李=Li 张=Zhang 刘=Liu 陈=Chen 杨=Yang 赵=Zhao 黄=Huang 周=Zhou 欧阳=Ouyang",
    joint: "", isFamilyFirst: true, weight: 6)

  private static let japanese = NameStock(
    "太郎=Taro 花子=Hanako 健=Ken 美咲=Misaki 翔太=Shota 陽子=Yoko 大輔=Daisuke さくら=Sakura",
    "山田=Yamada 佐藤=Sato 鈴木=Suzuki 高橋=Takahashi 田中=Tanaka 渡辺=Watanabe 伊藤=Ito",
    isFamilyFirst: true, weight: 5)

  private static let korean = NameStock(
    "민준=Minjun 서연=Seoyeon 지훈=Jihun 수빈=Subin 하은=Haeun",
    "김=Kim 이=Lee 박=Park 최=Choi 정=Jung", joint: "", isFamilyFirst: true, weight: 3)

  private static let arabic = NameStock(
    "محمد=Mohammed فاطمة=Fatima علي=Ali ليلى=Layla يوسف=Youssef نور=Nour",
    "العلي=Alali حسن=Hassan الخطيب=Alkhatib منصور=Mansour السيد=Alsayed", weight: 3)

  private static let hebrew = NameStock(
    "דוד=David נועה=Noa יוסף=Yosef תמר=Tamar", "כהן=Cohen לוי=Levi מזרחי=Mizrahi פרץ=Peretz",
    weight: 2)

  private static let russian = NameStock(
    "Иван=Ivan Наталья=Natalya Сергей=Sergey Ольга=Olga Дмитрий=Dmitry Катерина=Kateryna",
    "Соколов=Sokolov Иванова=Ivanova Кузнецов=Kuznetsov Попова=Popova Шевченко=Shevchenko",
    weight: 3)

  private static let hindi = NameStock(
    "आरव=Aarav प्रिया=Priya रोहन=Rohan अनन्या=Ananya", "शर्मा=Sharma गुप्ता=Gupta सिंह=Singh पटेल=Patel",
    weight: 2)

  private static let greek = NameStock(
    "Ελένη=Eleni Γιώργος=Giorgos Μαρία=Maria", "Παπαδοπούλου=Papadopoulou Νικολάου=Nikolaou",
    weight: 1)

  private static let vietnamese = NameStock(
    "Hương=Huong Đức=Duc Thảo=Thao", "Nguyễn=Nguyen Trần=Tran Phạm=Pham", isFamilyFirst: true,
    weight: 1)
}
