/// Where a bot is registered.
package enum BotType: String, Sendable, CaseIterable {
  /// In the directory of the Bot Framework, for any tenant; no new ones can be made any more.
  case multiTenant = "multi-tenant"
  /// In its own tenant.
  case singleTenant = "single-tenant"
}
