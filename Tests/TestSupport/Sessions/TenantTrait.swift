package import Testing

/// Gives a test a company of its own, as ``SimulatedTenant/current``.
package struct TenantTrait: TestTrait, TestScoping {
  package func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await SimulatedTenant.serve { tenant in
      try await SimulatedTenant.$current.withValue(tenant) { try await function() }
    }
  }
}

extension Trait where Self == TenantTrait {
  /// The company of the demo, fresh for this test.
  package static var tenant: Self { TenantTrait() }
}

extension SimulatedTenant {
  /// The tenant of the test that runs; a test without the trait fails.
  package static func here(
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> SimulatedTenant {
    try #require(current, "The test needs the trait .tenant.", sourceLocation: sourceLocation)
  }
}
