import Foundation
import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Puts the tenant's own time into the `Date` header, which the server below fills in.
final class DateShift: ChannelOutboundHandler, RemovableChannelHandler {
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let clock: ClockShift

  init(_ clock: ClockShift) {
    self.clock = clock
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard clock.seconds != 0, case .head(var head) = unwrapOutboundIn(data) else {
      return context.write(data, promise: promise)
    }
    head.headerFields[.date] = Self.text(of: Date().addingTimeInterval(Double(clock.seconds)))
    context.write(wrapOutboundOut(.head(head)), promise: promise)
  }

  /// A moment as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func text(of date: Date) -> String {
    date.formatted(Date.VerbatimFormatStyle.http)
  }
}

extension Date.VerbatimFormatStyle {
  fileprivate static var http: Date.VerbatimFormatStyle {
    Date.VerbatimFormatStyle(
      format: """
        \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \
        \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
        \(second: .twoDigits) GMT
        """,
      locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
      calendar: Calendar(identifier: .gregorian))
  }
}
