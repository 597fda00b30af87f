public import Logging
public import Operations

/// How the service listens and what it bears.
public struct ServerConfiguration: Equatable, Sendable {
    public var host = "127.0.0.1"
    /// 0 takes a free one.
    public var port = 8080
    /// Nil for plain HTTP.
    public var tls: TLSFiles?
    /// Addresses of proxies that are believed who their client is.
    public var trustedProxies: [String] = []
    /// Nil where nobody comes by an identity provider.
    public var singleSignOn: SingleSignOnSettings?
    public var metricsFor = MetricsAudience.loopback
    public var logLevel = Logger.Level.info
    /// Where checkpoints are sent beside the signer's own file.
    public var checkpointPlaces: [CheckpointPlace] = []
    public var limits = ServerLimits()

    /// The defaults.
    public init() {}

    /// Whether browsers reach the service by its own TLS.
    package var isSecure: Bool { tls != nil }
}

/// Files in PEM.
public struct TLSFiles: Equatable, Sendable {
    /// The server's certificate and those between it and a root.
    public var certificate: String
    public var key: String

    /// Names the two files.
    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}

/// Whose tokens of an identity provider are believed, and what they mean here (decision 0046).
public struct SingleSignOnSettings: Equatable, Sendable {
    public var issuer = ""
    public var audience = ""
    /// A file or an address of a JSON Web Key Set.
    public var keys = ""
    /// Claims by name or JSON Pointer.
    public var nameClaim = "preferred_username"
    /// Nil where the account's own roles count.
    public var roleClaim: String?
    /// Names of our roles by the provider's words.
    public var roles: [String: String] = [:]

    /// Nothing set yet.
    public init() {}

    /// Whether nothing is missing, and words are mapped exactly where a claim has them.
    var isComplete: Bool {
        !issuer.isEmpty && !audience.isEmpty && !keys.isEmpty && (roleClaim == nil) == roles.isEmpty
    }
}

/// Who may read /metrics.
public enum MetricsAudience: String, CaseIterable, Sendable {
    /// Requests from this machine that no proxy passed on.
    case loopback
    case anybody
    case nobody
}

/// What one client may ask for, so that none keeps the others out.
public struct ServerLimits: Equatable, Sendable {
    /// Connections open at once; others wait to be accepted.
    public var connections = 512
    /// Bytes of a request's line and header fields together.
    public var headBytes = 16 << 10
    /// Bytes of a JSON body.
    public var bodyBytes = 1 << 20
    /// Levels of JSON.
    public var jsonDepth = 32
    /// From the connection to its first request's head.
    public var headTime = Duration.seconds(10)
    /// Between an answer and the next request's head.
    public var idleTime = Duration.seconds(60)
    /// From a request's head to the end of its body; and as long a client may not take any of its answer.
    public var requestTime = Duration.seconds(60)
    /// From the last answer of a connection to its end, where the client does not end it.
    public var lingerTime = Duration.seconds(5)
    /// How long requests in flight may take to end after the signal to stop.
    public var shutdownTime = Duration.seconds(30)

    /// The defaults.
    public init() {}
}
