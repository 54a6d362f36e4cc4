import HTTPTypes

/// Finds the route for a method and a path.
struct RouteTable: Sendable {
  /// A route with the values of its variable segments.
  struct Match: Sendable {
    let route: Route
    let parameters: [String: String]
  }

  private final class Node: Sendable {
    let children: [String: Node]
    let variable: (name: String, node: Node)?
    let routes: [Route]
    /// Whether Graph has this path, with or without a method that answers.
    let isKnown: Bool

    init(_ branches: [(segments: ArraySlice<String>, route: Route?)]) {
      let own = branches.filter { $0.segments.isEmpty }
      routes = own.compactMap(\.route)
      isKnown = !own.isEmpty
      var grouped: [String: [(segments: ArraySlice<String>, route: Route?)]] = [:]
      for branch in branches {
        guard let first = branch.segments.first else { continue }
        grouped[first, default: []].append((branch.segments.dropFirst(), branch.route))
      }
      var children: [String: Node] = [:]
      var variable: (name: String, node: Node)?
      for (segment, branches) in grouped {
        if segment.hasPrefix("{") {
          variable = (String(segment.dropFirst().dropLast()), Node(branches))
        } else {
          children[RequestPath.name(of: segment)] = Node(branches)
        }
      }
      self.children = children
      self.variable = variable
    }
  }

  let routes: [Route]
  private let root: Node

  /// Makes the table; variables at the same place must have the same name in every template.
  ///
  /// A silent template is that of a path which exists and refuses every method.
  init(_ routes: [Route], silent: [String] = []) {
    func segments(_ template: String) -> ArraySlice<String> {
      ArraySlice(template.split(separator: "/").map(String.init))
    }
    self.routes = routes
    root = Node(
      routes.map { (segments($0.template), $0) } + silent.map { (segments($0), nil) })
  }

  func match(_ method: HTTPRequest.Method, _ path: RequestPath) throws(GraphFailure) -> Match {
    var node = root
    var parameters: [String: String] = [:]
    let workload = Workload(template: path.segments.prefix(1).map(\.name).joined())
    for (index, segment) in path.segments.enumerated() {
      if let next = node.children[segment.name], !path.isKey(at: index) {
        node = next
        parameters.merge(segment.arguments) { $1 }
        if let (name, next) = node.variable, let key = segment.arguments.values.first {
          // `users(userPrincipalName='…')`: the key has a name, and stands for the segment below.
          parameters[name] = key
          node = next
        }
      } else if let (name, next) = node.variable {
        parameters[name] = segment.text
        node = next
      } else {
        throw Self.failure(forUnknown: segment.text, below: path, at: index, workload)
      }
    }
    guard let route = node.routes.first(where: { $0.method == method }) else {
      throw node.isKnown
        ? Self.wrongMethod(workload) : Self.failure(forIncomplete: path, workload)
    }
    return Match(route: route, parameters: parameters)
  }

  private static func failure(
    forUnknown segment: String, below path: RequestPath, at index: Int, _ workload: Workload
  ) -> GraphFailure {
    workload == .teams && index > 1
      ? .notFound("Requested API is not supported. Please check the path.")
      : .unknownSegment(segment)
  }

  private static func failure(
    forIncomplete path: RequestPath, _ workload: Workload
  ) -> GraphFailure {
    workload == .teams
      ? .notFound("Requested API is not supported. Please check the path.")
      : .unsupportedQuery("Direct queries to this resource type are not supported.")
  }

  private static func wrongMethod(_ workload: Workload) -> GraphFailure {
    switch workload {
    case .directory:
      GraphFailure(
        status: .methodNotAllowed, code: "Request_BadRequest",
        message: "Specified HTTP method is not allowed for the request target.")
    case .files:
      GraphFailure(
        status: .methodNotAllowed, code: "invalidRequest",
        message: "The HTTP method is not allowed for the resource.")
    case .teams:
      GraphFailure(status: .methodNotAllowed, code: "UnknownError", message: "")
    }
  }
}
