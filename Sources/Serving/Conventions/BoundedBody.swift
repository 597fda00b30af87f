internal import Hummingbird
package import HummingbirdCore
package import NIOCore

/// The bytes of a request as they come, up to a limit and exactly as many as were announced.
package struct BoundedBody: AsyncSequence, Sendable {
    /// The bytes come in parts.
    package typealias Element = ByteBuffer

    package let body: RequestBody
    package let most: Int
    /// By Content-Length; nil where the length was not said.
    package let announced: Int?

    /// All of them at once.
    package func collected() async throws -> ByteBuffer {
        var whole = ByteBuffer()
        var isFirst = true
        for try await var part in self {
            if isFirst { whole = part } else { whole.writeBuffer(&part) }
            isFirst = false
        }
        return whole
    }

    /// The parts from the first on; a body can be read once.
    package func makeAsyncIterator() -> Iterator {
        Iterator(parts: body.makeAsyncIterator(), most: most, announced: announced)
    }

    /// Counts the bytes while they pass.
    package struct Iterator: AsyncIteratorProtocol {
        fileprivate var parts: RequestBody.AsyncIterator
        fileprivate let most: Int
        fileprivate let announced: Int?
        private var count = 0

        fileprivate init(parts: RequestBody.AsyncIterator, most: Int, announced: Int?) {
            self.parts = parts
            self.most = most
            self.announced = announced
        }

        /// A connection that was closed too early ends the parts as a whole request does; the count tells them apart.
        package mutating func next() async throws -> ByteBuffer? {
            guard let part = try await parts.next() else {
                if let announced, count < announced { throw Refusal.malformedRequest }
                return nil
            }
            count += part.readableBytes
            guard count <= most else { throw Refusal.bodyTooLarge(most: most) }
            return part
        }
    }
}
