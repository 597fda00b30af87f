import Metrics
import Operations
import Prometheus
import Testing
import Values

@testable import API
@testable import Serving

@Suite struct MetricsTests {
    private func text(_ registry: MetricsRegistry) -> String {
        var output = TextOutput()
        registry.write(to: &output)
        return output.text
    }

    @Test func theTextIsThatOfPrometheus() {
        let registry = MetricsRegistry(buckets: [0.1, 1])
        registry.describe("calls_total", "Calls\\ so\nfar.")
        Counter(label: "calls_total", dimensions: [("z", "1"), ("a", "q\"\\\n")], factory: registry).increment(by: 2)
        Counter(label: "calls_total", dimensions: [("a", "q\"\\\n"), ("z", "1")], factory: registry).increment()
        Meter(label: "level", factory: registry).set(2.5)
        let timer = Timer(label: "seconds", factory: registry)
        for milliseconds in [50, 100, 500, 3000] { timer.recordMilliseconds(milliseconds) }
        #expect(
            text(registry) == #"""
                # HELP calls_total Calls\\ so\nfar.
                # TYPE calls_total counter
                calls_total{a="q\"\\\n",z="1"} 3
                # TYPE level gauge
                level 2.5
                # TYPE seconds histogram
                seconds_bucket{le="0.1"} 2
                seconds_bucket{le="1"} 3
                seconds_bucket{le="+Inf"} 4
                seconds_sum 3.65
                seconds_count 4

                """#)
    }

    @Test func requestsAreCountedByRouteAndStatus() async throws {
        try await TestServer.lend { server in
            _ = try await server.call("GET", "/healthz")
            _ = try await server.call("GET", "/api/v1/accounts/secret/roles")
            _ = try await server.call("GET", "/api/v1/me")
            let answer = try await server.call("GET", "/metrics")
            for line in [
                #"tranche_http_requests_total{method="GET",route="/healthz",status="200"} 1"#,
                #"tranche_http_requests_total{method="GET",route="/api/v1/me",status="401"} 1"#,
                #"tranche_http_requests_total{method="any",route="unmatched",status="405"} 1"#,
                #"tranche_http_request_seconds_count{method="GET",route="/healthz"} 1"#,
                "tranche_http_requests_in_flight 1",
            ] { #expect(answer.text.contains(line + "\n"), "\(line)") }
            // How many depends on the housekeeping, which has just begun.
            #expect(answer.text.contains(#"tranche_database_connections{state="waiting"} "#))
            #expect(!answer.text.contains("secret"))
            #expect(answer.field("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    @Test func theGaugesOfTheWorkAreThereFromTheStart() async throws {
        let registry = MetricsRegistry()
        try await TestServer.lend { server in
            HTTPMetrics(registry).set(try await server.workspace.moneyFigures())
        }
        for line in [
            "tranche_contracts 0", #"tranche_installments{status="overdue"} 0"#,
            #"tranche_outstanding_yuan{status="due"} 0"#, #"tranche_payment_requests_waiting{for="head"} 0"#,
        ] { #expect(text(registry).contains(line + "\n"), "\(line)") }
    }

    /// Metrics are for this machine: what a proxy passes on is not from it.
    @Test(arguments: [
        (MetricsAudience.loopback, [:], 200), (.loopback, ["X-Forwarded-For": "127.0.0.1"], 404),
        (.anybody, ["X-Forwarded-For": "1.2.3.4"], 200), (.nobody, [:], 404),
    ])
    func metricsAreForWhomTheConfigurationSays(
        _ audience: MetricsAudience, _ fields: [String: String], _ status: Int
    ) async throws {
        var configuration = ServerConfiguration()
        configuration.metricsFor = audience
        try await TestServer.lend(configuration) { server in
            let answer = try await server.call("GET", "/metrics", fields)
            #expect(answer.status == status)
        }
    }
}
