/// A `$filter`, as it was read: not yet known to name real properties.
indirect enum FilterExpression: Sendable, Equatable {
  /// A comparison of OData.
  enum Comparison: String, Sendable {
    case eq, ne, gt, ge, lt, le
  }

  /// A function of two arguments over text.
  enum TextFunction: String, Sendable {
    case startswith, endswith, contains
  }

  /// A constant on the right side.
  enum Literal: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(Int)
    case string(String)
    case instant(Instant)
  }

  case and(FilterExpression, FilterExpression)
  case or(FilterExpression, FilterExpression)
  case not(FilterExpression)
  case compare(property: String, Comparison, Literal)
  case call(TextFunction, property: String, String)
  case among(property: String, [Literal])
  /// `roles/any(r:r eq 'owner')`: some element of the collection equals the literal.
  case any(property: String, Literal)
}

extension FilterExpression {
  /// Whether the directory answers it only with `ConsistencyLevel: eventual` and `$count=true`.
  var isAdvanced: Bool {
    switch self {
    case .and(let left, let right), .or(let left, let right): left.isAdvanced || right.isAdvanced
    case .not: true
    case .compare(_, .ne, _): true
    case .call(let function, _, _): function != .startswith
    case .compare, .among, .any: false
    }
  }

  /// The names of the properties that it compares.
  var properties: Set<String> {
    switch self {
    case .and(let left, let right), .or(let left, let right):
      left.properties.union(right.properties)
    case .not(let inner): inner.properties
    case .compare(let name, _, _), .call(_, let name, _), .among(let name, _), .any(let name, _):
      [name]
    }
  }
}
