internal import HTTPTypes

/// From which address a request comes, for the access log and for counting failed log-ins.
struct ClientAddress: Sendable {
    private let proxies: Set<String>

    /// Only these addresses are believed what they say of the client in X-Forwarded-For.
    init(trusting proxies: [String]) { self.proxies = Set(proxies) }

    /// The peer, or behind trusted proxies the last address that none of them is: what stands before it anybody can
    /// have written.
    func of(peer: String, _ fields: HTTPFields) -> String {
        guard proxies.contains(peer), let field = fields[.forwardedFor] else { return peer }
        let hops = field.split(separator: ",").map { trimmed($0) }
        let client = hops.last { !proxies.contains(String($0)) }
        return client.map { String($0.prefix(64)) } ?? peer
    }

    /// Whether the request comes from this machine itself and no proxy speaks for somebody else.
    static func isLocal(peer: String, _ fields: HTTPFields) -> Bool {
        (peer == "::1" || peer.hasPrefix("127.")) && !fields.contains(.forwardedFor) && !fields.contains(.forwarded)
    }
}
