import NIOCore
import NIOPosix
import NIOSSL

/// A client's connection by bytes, so that it can misbehave.
struct RawConnection {
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private let channel: any Channel
    private var unread: [UInt8] = []

    /// Connects to the port, by TLS where a certificate to trust is named.
    static func open<Value: Sendable>(
        port: Int, trusting certificate: String? = nil, _ body: (inout RawConnection) async throws -> Value
    ) async throws -> Value {
        let trusted = try certificate.map { try NIOSSLCertificate.fromPEMFile($0) }
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let trusted {
                        var configuration = TLSConfiguration.makeClientConfiguration()
                        configuration.trustRoots = .certificates(trusted)
                        let handler = try NIOSSLClientHandler(
                            context: NIOSSLContext(configuration: configuration), serverHostname: "localhost")
                        try channel.pipeline.syncOperations.addHandler(handler)
                    }
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var connection = RawConnection(
                inbound: inbound.makeAsyncIterator(), outbound: outbound, channel: channel.channel)
            return try await body(&connection)
        }
    }

    func send(_ text: String) async throws { try await send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

    /// Says that nothing more comes.
    func finish() { outbound.finish() }

    /// Reads the next answer with its body; nil where the server closes instead.
    mutating func answer(isHead: Bool = false) async throws -> RawAnswer? {
        var answer: RawAnswer
        repeat {
            guard let head = try await head() else { return nil }
            answer = head
        } while answer.status == 100
        if !isHead, answer.field("Transfer-Encoding") == "chunked" {
            answer.isWhole = try await readChunks(into: &answer.body)
            return answer
        }
        let length = isHead ? 0 : Int(answer.field("Content-Length") ?? "0") ?? 0
        while unread.count < length, try await more() {}
        answer.body = Array(unread.prefix(length))
        unread.removeFirst(min(length, unread.count))
        return answer
    }

    /// Reads pieces up to the empty one; false where the server closes before it.
    private mutating func readChunks(into body: inout [UInt8]) async throws -> Bool {
        let end = Array("\r\n".utf8)
        while true {
            while unread.firstRange(of: end) == nil { guard try await more() else { return false } }
            guard let line = unread.firstRange(of: end),
                let size = Int(String(decoding: unread[..<line.lowerBound], as: UTF8.self), radix: 16)
            else { return false }
            unread.removeFirst(line.upperBound)
            while unread.count < size + 2 { guard try await more() else { return false } }
            body += unread.prefix(size)
            unread.removeFirst(size + 2)
            if size == 0 { return true }
        }
    }

    /// The next head, also one that only tells to go on.
    mutating func head() async throws -> RawAnswer? {
        while true {
            if let end = unread.firstRange(of: Array("\r\n\r\n".utf8)) {
                let head = RawAnswer(head: String(decoding: unread[..<end.lowerBound], as: UTF8.self))
                unread.removeFirst(end.upperBound)
                return head
            }
            guard try await more() else { return nil }
        }
    }

    /// Waits until the server closes; what it sends before that is thrown away.
    mutating func waitForEnd() async throws {
        while try await more() { unread = [] }
    }

    private mutating func more() async throws -> Bool {
        do {
            guard let part = try await inbound.next() else { return false }
            unread += part.readableBytesView
            return true
        } catch is IOError {
            // The server closed while bytes of ours were on their way to it.
            return false
        } catch NIOSSLError.uncleanShutdown { return false }
    }
}

/// An answer as it came.
struct RawAnswer: Sendable {
    let status: Int
    let fields: [(name: String, value: String)]
    var body: [UInt8] = []
    /// False where the server broke the body off.
    var isWhole = true

    init(head: String) {
        let lines = head.components("\r\n")
        status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        fields = lines.dropFirst().compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (line[..<colon].lowercased(), String(line[line.index(after: colon)...].drop { $0 == " " }))
        }
    }

    func field(_ name: String) -> String? {
        let values = fields.filter { $0.name == name.lowercased() }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    var text: String { String(decoding: body, as: UTF8.self) }
}

extension String {
    fileprivate func components(_ separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
