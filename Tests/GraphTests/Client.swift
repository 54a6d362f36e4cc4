import FoundationEssentials
import Graph
import Identity
import Logging
import TestSupport
import Testing
import Transport

/// A client over a script, on a clock whose waits take no time, without chance.
func client(
  _ transport: any HTTPTransport, tokens: any TokenProvider = ScriptedTokens(),
  clock: InstantClock = InstantClock(), retry: RetryPolicy = .standard, pace: Pace? = nil,
  logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
) throws -> GraphClient {
  GraphClient(
    authority: try #require(URL(string: "https://graph.example")), tokens: tokens,
    transport: transport, retry: retry, pace: pace, clock: clock, jitter: { 0 }, logger: logger)
}
