import HTTPTypes

/// One thing that the tenant's Graph can do: method, path, permissions, query options, work.
struct Route: Sendable {
  typealias Work = @Sendable (Call) async throws -> Answer

  let method: HTTPRequest.Method
  /// The path below the version, with its variable segments in braces.
  let template: String
  let workload: Workload
  let permissions: Permissions
  let query: QueryRules
  let work: Work

  init(
    _ method: HTTPRequest.Method, _ template: String, _ permissions: Permissions,
    query: QueryRules = .none, work: @escaping Work
  ) {
    self.method = method
    self.template = template
    workload = Workload(template: template)
    self.permissions = permissions
    self.query = query
    self.work = work
  }

  /// The template as Microsoft's tables spell it: lower case, every variable the same.
  var tableKey: String {
    let segments = template.split(separator: "/").map { segment in
      segment.hasPrefix("{") ? "{id}" : segment.lowercased()
    }
    return "/" + segments.joined(separator: "/")
  }
}
