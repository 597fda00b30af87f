internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1

/// Posts checkpoints to other offices and to time-stamping authorities.
enum Poster {
    /// The answer was no success, or longer than any that is expected.
    struct Refused: Error {}

    private static let patience = TimeAmount.seconds(20)
    private static let longest = 1 << 17

    static func post(_ url: String, _ mediaType: String, _ body: [UInt8]) async throws -> [UInt8] {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: mediaType)
        request.body = .bytes(body)
        let answer = try await HTTPClient.shared.execute(request, timeout: patience)
        guard (200..<300).contains(answer.status.code) else { throw Refused() }
        return Array(try await answer.body.collect(upTo: longest).readableBytesView)
    }
}
