internal import Dispatch
internal import Synchronization

/// Serial queues that hashes run on, off Swift's cooperative pool: as many run at once as there are lanes, the others
/// wait in line, and beyond the line they are refused.
final class HashingLanes: Sendable {
    private let queues: [DispatchQueue]
    /// How many each lane has, the running one included.
    private let loads: Mutex<[Int]>
    private let mostInLane: Int

    init(lanes: Int, waiting: Int) {
        queues = (0..<lanes).map { DispatchQueue(label: "tranche.password.\($0)") }
        loads = Mutex([Int](repeating: 0, count: lanes))
        mostInLane = 1 + waiting
    }

    /// Runs the work on the emptiest lane.
    func run<Value: Sendable>(
        _ work: @escaping @Sendable () -> Result<Value, PasswordError>
    ) async throws(PasswordError) -> Value {
        guard let lane = enter() else { throw .busy }
        let result = await withCheckedContinuation { continuation in
            queues[lane].async {
                let result = work()
                self.loads.withLock { $0[lane] -= 1 }
                continuation.resume(returning: result)
            }
        }
        return try result.get()
    }

    private func enter() -> Int? {
        loads.withLock { loads in
            guard let lane = loads.indices.min(by: { loads[$0] < loads[$1] }), loads[lane] < mostInLane else {
                return nil
            }
            loads[lane] += 1
            return lane
        }
    }
}
