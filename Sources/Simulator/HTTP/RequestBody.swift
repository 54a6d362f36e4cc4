import HTTPTypes
import Hummingbird

/// The body of a request, whole and unpacked.
enum RequestBody {
  /// Reads it, unless it is longer than so many bytes, packed or unpacked.
  static func read(
    _ request: Request, upTo longest: Int
  ) async -> Result<[UInt8], GraphFailure> {
    guard let buffer = try? await request.body.collect(upTo: longest) else {
      return .failure(tooLong)
    }
    let bytes = Array(buffer.readableBytesView)
    let coding = request.headers[.contentEncoding]?.lowercased() ?? "identity"
    switch coding {
    case "identity": return .success(bytes)
    case "gzip":
      do throws(Gzip.Failure) {
        return .success(try Gzip.unpacked(bytes, upTo: longest))
      } catch {
        return .failure(
          error == .tooLong
            ? tooLong : .badRequest("The request body is not what its Content-Encoding says."))
      }
    default:
      return .failure(
        GraphFailure(
          status: .unsupportedMediaType, code: "UnsupportedMediaType",
          message: "The content encoding '\(coding)' is not supported."))
    }
  }

  private static var tooLong: GraphFailure {
    GraphFailure(
      status: .contentTooLarge, code: "RequestEntityTooLarge",
      message: "The request body is too large.")
  }
}
