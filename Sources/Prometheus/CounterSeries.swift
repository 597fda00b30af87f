internal import Metrics
internal import Synchronization
internal import Values

/// A number that only grows.
final class CounterSeries: CounterHandler, Series {
    private let value = Atomic<Int64>(0)

    func increment(by amount: Int64) { value.wrappingAdd(amount, ordering: .relaxed) }

    func reset() { value.store(0, ordering: .relaxed) }

    func write(_ name: String, _ labels: Labels, to output: inout TextOutput) {
        output.write(text: "\(name)\(labels.braced()) \(value.load(ordering: .relaxed))\n")
    }
}
