internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import NIOHTTP1

/// Takes the body of a request as its endpoint wants it.
enum RequestBodyReading {
    static func read(
        _ request: Request, _ wanted: Endpoint.Body, _ limits: ServerLimits
    ) async throws -> (body: ByteBuffer, stream: BoundedBody?) {
        switch wanted {
        case .none: return (ByteBuffer(), nil)
        case .whole(let types, let most):
            try check(request.headers, types: types)
            let body = try await bounded(request, most: most ?? limits.bodyBytes).collected()
            return (body, nil)
        case .stream(let types, let most):
            try check(request.headers, types: types)
            return (ByteBuffer(), try bounded(request, most: most))
        }
    }

    /// Refuses before the first byte where the length announced is too much.
    private static func bounded(_ request: Request, most: Int) throws(Refusal) -> BoundedBody {
        let announced = request.headers[.contentLength].flatMap { Int($0) }
        if let announced, announced > most { throw .bodyTooLarge(most: most) }
        return BoundedBody(body: request.body, most: most, announced: announced)
    }

    /// JSON has no charset parameter, but clients send one; UTF-8 is what it is.
    private static func check(_ fields: HTTPFields, types: [String]) throws(Refusal) {
        let parts = (fields[.contentType] ?? "").split(separator: ";").map { trimmed($0).lowercased() }
        let isPlain =
            parts.first == "multipart/form-data"
            || parts.dropFirst().allSatisfy { $0 == "charset=utf-8" || $0 == "charset=\"utf-8\"" }
        guard let type = parts.first, types.contains(type), isPlain else { throw .unsupportedMediaType(wanted: types) }
        guard fields[.contentEncoding] == nil else { throw .unsupportedMediaType(wanted: types) }
    }
}

extension Refusal {
    /// As ``init(_:)``, with what the connection throws while a body is read.
    init(orOfConnection error: any Error) {
        switch error {
        case is RequestTimedOut: self = .requestTimedOut
        case is HTTPParserError, is ChannelError, is IOError: self = .malformedRequest
        default: self.init(error)
        }
    }
}
