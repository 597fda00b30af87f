internal import Synchronization

/// Values that cost more to make than to keep, up to a number of bytes. What was asked for lately stays.
public final class Remembered<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// What is asked for moves into the young generation; when that is full the old one goes and it takes its place.
    private struct Generations {
        var young: [Key: Value] = [:]
        var old: [Key: Value] = [:]
        var youngBytes = 0
    }

    private let mostBytes: Int
    private let weigh: @Sendable (Value) -> Int
    private let generations = Mutex(Generations())

    /// Keeps about so many bytes; `weigh` tells how many a value takes.
    public init(mostBytes: Int, weighing weigh: @escaping @Sendable (Value) -> Int) {
        self.mostBytes = mostBytes
        self.weigh = weigh
    }

    /// Nil where it was never kept, or long ago.
    public func value(for key: Key) -> Value? {
        let (value, isOld) = generations.withLock { generations -> (Value?, Bool) in
            if let value = generations.young[key] { return (value, false) }
            return (generations.old.removeValue(forKey: key), true)
        }
        if let value, isOld { keep(value, for: key) }
        return value
    }

    /// Keeps a value in place of the one that the key had.
    public func keep(_ value: Value, for key: Key) {
        let weight = weigh(value)
        // What goes is freed behind the lock: it can be much.
        _ = generations.withLock { generations -> [Key: Value] in
            let earlier = generations.young.updateValue(value, forKey: key)
            generations.youngBytes += weight - (earlier.map(weigh) ?? 0)
            guard generations.youngBytes > mostBytes / 2 else { return [:] }
            let gone = generations.old
            generations.old = generations.young
            generations.young = [:]
            generations.youngBytes = 0
            return gone
        }
    }
}
