internal import AsyncHTTPClient
public import FoundationEssentials
internal import NIOCore
internal import NIOHTTP1
#if canImport(Glibc)
    internal import Glibc
#endif

/// Where a provider's keys (a JSON Web Key Set) are read from.
public enum KeySource: Sendable {
    /// A file that the operator keeps up to date.
    case file(String)
    /// The provider's `jwks_uri`.
    case url(URL)

    /// Reads an address that begins with `http`, or a path; nil for neither.
    public init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        guard text.hasPrefix("http") else {
            self = .file(text)
            return
        }
        guard let url = URL(string: text) else { return nil }
        self = .url(url)
    }

    /// A set has some thousand bytes.
    static let mostBytes = 256 << 10
    private static let connectLimit: TimeAmount = .seconds(3)
    private static let wholeLimit: TimeAmount = .seconds(5)

    /// By https, or by http from this machine: whoever can change the keys on the way can log in as anybody.
    var isAllowed: Bool {
        guard case .url(let url) = self else { return true }
        guard url.user == nil, url.password == nil, let host = url.host, !host.isEmpty else { return false }
        switch url.scheme?.lowercased() {
        case "https": return true
        case "http": return ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host.lowercased())
        default: return false
        }
    }

    /// The bytes; throws ``SingleSignOnError/keysUnavailable``.
    func load() async throws(SingleSignOnError) -> [UInt8] {
        switch self {
        case .file(let path): try Self.read(path)
        case .url(let url): try await Self.fetch(url)
        }
    }

    private static func read(_ path: String) throws(SingleSignOnError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw .keysUnavailable }
        defer { close(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 16 << 10)
        while bytes.count <= mostBytes {
            let count = Glibc.read(file, &block, block.count)
            guard count >= 0 else { throw .keysUnavailable }
            if count == 0 { return bytes }
            bytes += block[..<count]
        }
        throw .keysUnavailable
    }

    /// Follows no redirection, which might lead away from https.
    private static func fetch(_ url: URL) async throws(SingleSignOnError) -> [UInt8] {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: connectLimit, read: connectLimit))
        configuration.decompression = .disabled
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let bytes = try? await fetch(url, with: client)
        try? await client.shutdown()
        guard let bytes else { throw .keysUnavailable }
        return bytes
    }

    private static func fetch(_ url: URL, with client: HTTPClient) async throws -> [UInt8]? {
        let response = try await client.execute(HTTPClientRequest(url: url.absoluteString), timeout: wholeLimit)
        guard response.status == .ok else { return nil }
        return Array(buffer: try await response.body.collect(upTo: mostBytes))
    }
}
