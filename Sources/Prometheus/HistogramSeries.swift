internal import Metrics
internal import Synchronization
internal import Values

/// How often values up to each bound were seen, and their sum.
final class HistogramSeries: TimerHandler, RecorderHandler, Series {
    private struct State {
        /// One for each bound, and one for what lies above all.
        var counts: [UInt64]
        var sum = 0.0
    }

    private let bounds: [Double]
    private let state: Mutex<State>

    init(bounds: [Double]) {
        self.bounds = bounds
        state = Mutex(State(counts: [UInt64](repeating: 0, count: bounds.count + 1)))
    }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        let place = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock { state in
            state.counts[place] += 1
            state.sum += value
        }
    }

    func write(_ name: String, _ labels: Labels, to output: inout TextOutput) {
        let state = state.withLock { $0 }
        var total: UInt64 = 0
        for (place, count) in state.counts.enumerated() {
            total += count
            let bound = place < bounds.count ? sample(bounds[place]) : "+Inf"
            output.write(text: "\(name)_bucket\(labels.braced("le=\"\(bound)\"")) \(total)\n")
        }
        output.write(text: "\(name)_sum\(labels.braced()) \(sample(state.sum))\n")
        output.write(text: "\(name)_count\(labels.braced()) \(total)\n")
    }
}
