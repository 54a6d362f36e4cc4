/// A team as it is planned before it gets its ids and its people.
struct TeamPlan: Sendable {
  var name: String
  var description: String? = "Where we work together."
  var isPublic = true
  var isArchived = false
  /// How many people it has; all of them for 0.
  var size = 12
  /// Whether anybody owns it.
  var hasOwners = true
  var hasAdministrator = true
  var channels: [ChannelPlan] = []
  /// The apps that are installed in it, by their names.
  var apps: [String] = []

  /// A channel besides the general one.
  struct ChannelPlan: Sendable {
    let name: String
    var kind = Channel.Kind.standard
  }

  /// The teams that every company has; a smaller company has the first of them.
  static let fixed = [
    TeamPlan(
      name: "Contoso IT", description: "Runs what everybody uses.", isPublic: false, size: 30,
      channels: [
        ChannelPlan(name: "Helpdesk"), ChannelPlan(name: "Change Requests"),
        ChannelPlan(name: "Incidents 🔥"), ChannelPlan(name: "日本語サポート"),
        ChannelPlan(name: "Admins only", kind: .private),
        ChannelPlan(name: "Vendor Fabrikam", kind: .shared),
      ], apps: ["SharePoint"]),
    TeamPlan(
      name: "Contoso Sales", size: 40,
      channels: [ChannelPlan(name: "Leads"), ChannelPlan(name: "Big Deals", kind: .private)]),
    TeamPlan(
      name: "R/D", description: "Research and development.", isPublic: false,
      channels: [ChannelPlan(name: "Ideas"), ChannelPlan(name: "Budget", kind: .private)]),
    TeamPlan(name: "%3", description: "A name that looks like a row.", size: 6),
    TeamPlan(
      name: "Project Falcon", description: "Finished in 2024.", isPublic: false,
      isArchived: true, channels: [ChannelPlan(name: "Post-mortem")]),
    TeamPlan(
      name: "Facilities", description: "Nobody owns this team any more.", size: 9,
      hasOwners: false, hasAdministrator: false),
    TeamPlan(
      name: "All Company", description: "Everybody.", size: 0,
      channels: [ChannelPlan(name: "Announcements")]),
    TeamPlan(name: "営業チーム", description: "日本の営業", channels: [ChannelPlan(name: "週報")]),
    TeamPlan(
      name: "Marketing & Communications 📣", channels: [ChannelPlan(name: "Campaign #42")]),
    TeamPlan(name: "Miles O'Brien's Crew", size: 7),
    TeamPlan(name: "Social Club", size: 25),
    TeamPlan(name: "Social Club", description: "The other one.", size: 8, hasAdministrator: false),
    TeamPlan(name: "Contoso IT Operations", isPublic: false, size: 14),
    TeamPlan(name: "فريق دبي", description: nil, size: 11),
  ]

  static let subjects = [
    "Sales", "Support", "Finance", "Logistics", "Design", "Quality", "Procurement", "Platform",
    "Security", "Onboarding", "Events", "Data", "Mobile", "Web",
  ]

  static let channelNames = [
    "Planning", "Questions", "Releases", "Standup", "Random", "Reports", "Reviews", "Customers",
    "Metrics", "Travel",
  ]
}
