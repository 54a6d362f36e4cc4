import CommandKit

extension Checkup {
  /// The sign-in service and Graph, and the clock that their answers tell.
  static func network(_ session: Session) async -> [Finding] {
    async let login = ServerProbe.signInService(session.workspace)
    let graph = await ServerProbe.graph(session.workspace)
    let service = await login
    return [
      service.map { $0.signInFinding }
        ?? .warning(
          "sign-in service", "It was not asked: no tenant is set.",
          cure: "Set TEAMSH_TENANT, or tenant of a profile."),
      graph.graphFinding,
      ClockReading([service, graph].compactMap { $0?.offset }).finding,
    ]
  }
}

extension ServerProbe {
  var signInFinding: Finding {
    let check = "sign-in service"
    if let failure { return .failure(check, failure, cure: Self.lookAtNetwork) }
    switch status {
    case 200: return reached(check)
    case 400, 404:
      return .failure(
        check, "\(host) knows no such tenant.",
        cure: "Check TEAMSH_TENANT: a tenant id, or a domain of the tenant.")
    default: return outOfOrder(check)
    }
  }

  /// Graph refuses whoever shows no token, which is all that is needed to know that it is there.
  var graphFinding: Finding {
    let check = "graph"
    if let failure { return .failure(check, failure, cure: Self.lookAtNetwork) }
    return [200, 401].contains(status) ? reached(check) : outOfOrder(check)
  }

  /// The connector refuses in the same way.
  var connectorFinding: Finding {
    let check = "connector"
    if let failure { return .failure(check, failure, cure: Self.lookAtNetwork) }
    return [200, 401, 403].contains(status) ? reached(check) : outOfOrder(check)
  }

  private static let lookAtNetwork = "Check the network, https_proxy and the address."

  private func reached(_ check: String) -> Finding {
    let time = "\(Int((seconds * 1000).rounded())) ms"
    guard seconds > 2 else { return .ok(check, "\(host) answered in \(time).") }
    return .warning(
      check, "\(host) took \(time) to answer.", cure: "Check the network and https_proxy.")
  }

  private func outOfOrder(_ check: String) -> Finding {
    .failure(
      check, "\(host) answered with status \(status).",
      cure: status >= 500
        ? "Try again in a while." : "Check the address, and whether a proxy answers in its place.")
  }
}

/// How far this machine's clock is off, by what servers say.
struct ClockReading: Sendable, Hashable {
  /// How far the servers are ahead, in seconds; `nil` where none said.
  let offset: Double?

  /// Of several servers the one counts that agrees most.
  init(_ offsets: [Double]) {
    offset = offsets.min { abs($0) < abs($1) }
  }

  /// Tokens whose times are more than five minutes off are refused.
  var finding: Finding {
    let check = "clock"
    guard let offset else {
      return .warning(
        check, "No server told the time.", cure: "It is compared when one can be reached.")
    }
    let distance = abs(offset)
    guard distance > 60 else { return .ok(check, "It is right, to the minute.") }
    let time = DurationText.text(seconds: distance)
    let found = "It is \(time) \(offset > 0 ? "behind" : "ahead of") the servers'."
    let cure = "Set it, as with: timedatectl set-ntp true"
    return distance > 300 ? .failure(check, found, cure: cure) : .warning(check, found, cure: cure)
  }
}
