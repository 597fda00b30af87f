internal import Logging
internal import Operations

/// One thing that can be configured: by an environment variable, and some of them by an option of `tranche serve`.
/// Help texts and configuration.md are written from these.
public struct Setting: Sendable {
    /// Such as `TRANCHE_HTTP_PORT`.
    public var variable: String { "TRANCHE_" + key.split(separator: ".").joined(separator: "_").uppercased() }
    /// Such as `http.port`.
    public let key: String
    /// One line.
    public let help: String
    /// What holds when it is not set, as it would be written.
    public let standard: String
    /// Takes a value; false where it is none.
    let apply: @Sendable (inout ServerConfiguration, String) -> Bool

    /// Every setting there is.
    public static let all: [Setting] = addresses + security + singleSignOn + audit + limits

    private static let addresses = [
        Setting(key: "http.host", help: "Address to listen at.", standard: "127.0.0.1") { configuration, text in
            configuration.host = text
            return !text.isEmpty
        },
        number("http.port", "Port; 0 takes a free one and logs it.", \.port, 0...65_535),
    ]

    private static let security = [
        Setting(key: "http.certificate", help: "Certificate chain in PEM; with the key, TLS.", standard: "") {
            configuration, text in
            configuration.tls = TLSFiles(certificate: text, key: configuration.tls?.key ?? "")
            return !text.isEmpty
        },
        Setting(key: "http.key", help: "Private key of the certificate in PEM.", standard: "") { configuration, text in
            configuration.tls = TLSFiles(certificate: configuration.tls?.certificate ?? "", key: text)
            return !text.isEmpty
        },
        Setting(
            key: "http.proxies", help: "Addresses, by commas, of proxies whose X-Forwarded-For is believed.",
            standard: ""
        ) { configuration, text in
            configuration.trustedProxies = text.split(separator: ",").map { String(trimmed($0)) }
            return true
        },
        Setting(
            key: "http.metrics",
            help: "Who may read /metrics: loopback (this machine, not through a proxy), anybody or nobody.",
            standard: MetricsAudience.loopback.rawValue
        ) { configuration, text in
            guard let audience = MetricsAudience(rawValue: text) else { return false }
            configuration.metricsFor = audience
            return true
        },
        Setting(
            key: "log.level", help: "Least level that is logged: debug, info, warning or error. Requests are info.",
            standard: "info"
        ) { configuration, text in
            guard let level = Logger.Level(rawValue: text) else { return false }
            configuration.logLevel = level
            return true
        },
    ]

    private static let audit = [
        Setting(
            key: "checkpoint.copies",
            help: "Where checkpoints are sent as well, by blanks: /a/directory, mail:/a/spool?to=audit@ms.gov.cn, "
                + "https://…, and tsa:https://… for time stamps (RFC 3161).",
            standard: ""
        ) { configuration, text in
            let places = text.split(separator: " ").map { CheckpointPlace(String($0)) }
            configuration.checkpointPlaces = places.compactMap { $0 }
            return !places.contains(nil)
        }
    ]

    private static let limits = [
        number("http.connections", "Connections open at once.", \.limits.connections, 1...65_535),
        number("http.head.bytes", "Bytes of a request's header fields.", \.limits.headBytes, 1024...65_536),
        number("http.body.bytes", "Bytes of a JSON body.", \.limits.bodyBytes, 1024...(64 << 20)),
        number("http.json.depth", "Levels of a JSON body.", \.limits.jsonDepth, 4...64),
        seconds("http.head.seconds", "Time for the head of a connection's first request.", \.limits.headTime),
        seconds("http.idle.seconds", "Time between two requests of a connection.", \.limits.idleTime),
        seconds(
            "http.request.seconds", "Time for a request to arrive, and for its answer to be taken.",
            \.limits.requestTime),
        seconds("http.shutdown.seconds", "Time for requests in flight after SIGTERM.", \.limits.shutdownTime),
    ]

    private static func number(
        _ key: String, _ help: String, _ path: any WritableKeyPath<ServerConfiguration, Int> & Sendable,
        _ range: ClosedRange<Int>
    ) -> Setting {
        Setting(key: key, help: help, standard: String(ServerConfiguration()[keyPath: path])) { configuration, text in
            guard let value = Int(text), range.contains(value) else { return false }
            configuration[keyPath: path] = value
            return true
        }
    }

    private static func seconds(
        _ key: String, _ help: String, _ path: any WritableKeyPath<ServerConfiguration, Duration> & Sendable
    ) -> Setting {
        let standard = ServerConfiguration()[keyPath: path].components.seconds
        return Setting(key: key, help: help, standard: String(standard)) { configuration, text in
            guard let value = Int(text), (1...3600).contains(value) else { return false }
            configuration[keyPath: path] = .seconds(value)
            return true
        }
    }
}
