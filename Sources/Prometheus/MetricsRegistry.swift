public import Metrics
internal import Synchronization
public import Values

/// All metrics of a program, kept in memory and written as Prometheus reads them (text format 0.0.4). The same name and
/// labels give the same metric again. A label is a name as Prometheus wants it, such as `tranche_http_requests_total`.
public final class MetricsRegistry: MetricsFactory {
    private struct State {
        var families: [String: Family] = [:]
        var help: [String: String] = [:]
    }

    private let state = Mutex(State())
    private let buckets: [Double]

    /// Histograms have these upper bounds, in ascending order, in the unit of what they record (seconds for timers).
    public init(buckets: [Double] = MetricsRegistry.latencies) { self.buckets = buckets }

    /// Seconds: from half a millisecond to ten seconds.
    public static let latencies = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    /// Says what a metric means, for its HELP line.
    public func describe(_ name: String, _ help: String) { state.withLock { $0.help[name] = help } }

    /// Writes everything that was made so far, in the order of names and labels.
    public func write(to output: inout TextOutput) {
        let snapshot = state.withLock { $0 }
        for (name, family) in snapshot.families.sorted(by: { $0.key < $1.key }) {
            family.write(name, help: snapshot.help[name], to: &output)
        }
    }

    private func series<Handler: Series>(
        _ name: String, _ dimensions: [(String, String)], _ kind: Family.Kind, _ make: () -> Handler
    ) -> Handler {
        let labels = Labels(dimensions)
        return state.withLock { state in
            if let known = state.families[name]?.series[labels] as? Handler { return known }
            let made = make()
            // A name used for two kinds of metrics would give a text that nobody can read: the first kind stays.
            if state.families[name, default: Family(kind: kind)].kind == kind {
                state.families[name, default: Family(kind: kind)].series[labels] = made
            }
            return made
        }
    }

    /// A number that only grows.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, .counter) { CounterSeries() }
    }

    /// A number that is set, or goes up and down.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, .gauge) { GaugeSeries() }
    }

    /// A histogram where values are to be aggregated, else their last one.
    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        guard aggregate else { return series(label, dimensions, .gauge) { GaugeSeries() } }
        return series(label, dimensions, .histogram) { HistogramSeries(bounds: buckets) }
    }

    /// A histogram in seconds.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, .histogram) { HistogramSeries(bounds: buckets) }
    }

    /// A series stays when its metric goes: what was counted was counted.
    public func destroyCounter(_ handler: any CounterHandler) {}
    /// As for counters.
    public func destroyMeter(_ handler: any MeterHandler) {}
    /// As for counters.
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    /// As for counters.
    public func destroyTimer(_ handler: any TimerHandler) {}
}
