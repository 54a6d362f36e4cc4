import GRDB

extension Listing {
  /// This collection narrowed and ordered as the client asks.
  func applying(_ query: QueryOptions) throws(GraphFailure) -> Listing {
    var listing = self
    if let filter = query.filter {
      let (sql, values) = try translate(filter)
      listing = listing.filtered(sql, values)
    }
    if !query.order.isEmpty {
      var terms: [Term] = []
      for order in query.order {
        let property = try property(order.property)
        terms.append(Term("COALESCE(\(property.sql), '')", descending: order.isDescending))
      }
      listing.order = terms + self.order.suffix(1)
    }
    return listing
  }

  private func property(
    _ name: String, inCollection: Bool = false
  ) throws(GraphFailure) -> Property {
    guard let property = properties[name], inCollection || property.storage != .many else {
      throw .badRequest("Invalid filter clause: Could not find a property named '\(name)'.")
    }
    return property
  }

  private func translate(
    _ expression: FilterExpression
  ) throws(GraphFailure) -> (String, [DatabaseValue]) {
    switch expression {
    case .and(let left, let right): return try join(left, right, with: "AND")
    case .or(let left, let right): return try join(left, right, with: "OR")
    case .not(let inner):
      let (sql, values) = try translate(inner)
      return ("NOT COALESCE((\(sql)), 0)", values)
    case .compare(let name, let comparison, let literal):
      return try compare(try property(name), comparison, literal)
    case .call(let function, let name, let text):
      return call(function, try property(name), text)
    case .among(let name, let literals):
      let property = try property(name)
      var values: [DatabaseValue] = []
      for literal in literals { values.append(try value(of: literal, for: property)) }
      let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
      return ("\(property.sql) IN (\(marks))", values)
    case .any(let name, let literal):
      let property = try property(name, inCollection: true)
      let sql = property.storage == .many ? "? IN (\(property.sql))" : "\(property.sql) = ?"
      return (sql, [try value(of: literal, for: property)])
    }
  }

  private func join(
    _ left: FilterExpression, _ right: FilterExpression, with word: String
  ) throws(GraphFailure) -> (String, [DatabaseValue]) {
    let (leftSQL, leftValues) = try translate(left)
    let (rightSQL, rightValues) = try translate(right)
    return ("(\(leftSQL)) \(word) (\(rightSQL))", leftValues + rightValues)
  }

  private func compare(
    _ property: Property, _ comparison: FilterExpression.Comparison,
    _ literal: FilterExpression.Literal
  ) throws(GraphFailure) -> (String, [DatabaseValue]) {
    let value = try value(of: literal, for: property)
    let sign =
      switch comparison {
      case .eq: "IS"
      case .ne: "IS NOT"
      case .gt: ">"
      case .ge: ">="
      case .lt: "<"
      case .le: "<="
      }
    return ("\(property.sql) \(sign) ?", [value])
  }

  private func call(
    _ function: FilterExpression.TextFunction, _ property: Property, _ text: String
  ) -> (String, [DatabaseValue]) {
    let folded = text.lowercased()
    let sql = property.storage == .text ? "lower(\(property.sql))" : property.sql
    switch function {
    case .startswith:
      return (
        "\(sql) >= ? AND \(sql) < ?",
        [folded.databaseValue, (folded + "\u{10FFFF}").databaseValue]
      )
    case .endswith:
      return ("substr(\(sql), -length(?)) = ?", [folded.databaseValue, folded.databaseValue])
    case .contains: return ("instr(\(sql), ?) > 0", [folded.databaseValue])
    }
  }

  private func value(
    of literal: FilterExpression.Literal, for property: Property
  ) throws(GraphFailure) -> DatabaseValue {
    switch (literal, property.storage) {
    case (.null, _): return .null
    case (.string(let text), .folded), (.string(let text), .single), (.string(let text), .many):
      return text.lowercased().databaseValue
    case (.string(let text), .text): return text.databaseValue
    case (.bool(let value), .flag): return value.databaseValue
    case (.instant(let value), .instant): return value.milliseconds.databaseValue
    case (.number(let value), .text): return String(value).databaseValue
    default:
      throw .badRequest(
        "Invalid filter clause: A binary operator with incompatible types was detected.")
    }
  }
}
