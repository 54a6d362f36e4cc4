import CommandKit

/// The commands of `cache`, in help order.
enum CacheCommands {
  static let noun = Noun(
    "cache", "What is remembered of the tenant.",
    [
      CacheShow.self,
      CacheRefresh.self,
      CacheClear.self,
    ])
}
