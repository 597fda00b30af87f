internal import HTTPTypes
internal import Metrics
package import Operations
internal import Prometheus
internal import Synchronization
internal import Values

/// What is counted of requests (decision 0042). Labels have few values: templates of paths, known methods, statuses.
package struct HTTPMetrics: Sendable {
    private let registry: MetricsRegistry
    private let inFlight: Meter
    /// Of requests for no route.
    let unmatched: RouteMetrics

    init(_ registry: MetricsRegistry) {
        self.registry = registry
        registry.describe("tranche_http_requests_total", "Requests answered, by route, method and status.")
        registry.describe("tranche_http_request_seconds", "Time from the request's head to its answer.")
        registry.describe("tranche_http_requests_in_flight", "Requests being answered now.")
        registry.describe(
            "tranche_database_connections", "Connections to the database by state; waiting: calls in line.")
        inFlight = Meter(label: "tranche_http_requests_in_flight", factory: registry)
        unmatched = RouteMetrics(route: "unmatched", method: "any", registry)
        describeMoney()
    }

    func describe(_ name: String, _ help: String) { registry.describe(name, help) }

    func metrics(of endpoint: Endpoint) -> RouteMetrics {
        RouteMetrics(route: endpoint.path.text, method: endpoint.method.rawValue, registry)
    }

    func begin() { inFlight.increment() }

    func end() { inFlight.decrement() }

    /// Sets a gauge: at each scrape in ``text(_:)``, or once a minute in ``Housekeeping`` where it costs more to know.
    func set(_ name: String, _ labels: [(String, String)] = [], to value: Double) {
        Meter(label: name, dimensions: labels, factory: registry).set(value)
    }

    /// The whole text, with the gauges of this moment.
    package func text(_ workspace: Workspace) -> [UInt8] {
        for (state, count) in workspace.connections {
            set("tranche_database_connections", [("state", state)], to: Double(count))
        }
        var output = TextOutput(reservingCapacity: 16_384)
        registry.write(to: &output)
        return output.bytes
    }
}

/// What is counted of one route.
final class RouteMetrics: Sendable {
    /// As logs name the route.
    let route: String
    private let labels: [(String, String)]
    private let registry: MetricsRegistry
    /// Made when the first request comes: a route that nobody calls has no lines.
    private let made = Mutex<(seconds: Timer?, counters: [Int: Counter])>((nil, [:]))

    init(route: String, method: String, _ registry: MetricsRegistry) {
        self.route = route
        labels = [("route", route), ("method", method)]
        self.registry = registry
    }

    func record(_ status: HTTPResponse.Status, nanoseconds: Int64) {
        let (seconds, counter) = made.withLock { made in
            let seconds =
                made.seconds ?? Timer(label: "tranche_http_request_seconds", dimensions: labels, factory: registry)
            let counter =
                made.counters[status.code]
                ?? Counter(
                    label: "tranche_http_requests_total", dimensions: labels + [("status", String(status.code))],
                    factory: registry)
            made.seconds = seconds
            made.counters[status.code] = counter
            return (seconds, counter)
        }
        seconds.recordNanoseconds(nanoseconds)
        counter.increment()
    }
}
