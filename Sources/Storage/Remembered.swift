internal import Synchronization

/// Values that cost more to make than to keep, up to a number of bytes. What was asked for lately stays.
public final class Remembered<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// A value with its weight, so that it is weighed once.
    private struct Kept {
        let value: Value
        let bytes: Int
    }

    /// What is asked for moves into the young generation; when that is full the old one goes and it takes its place.
    private struct Generations {
        var young: [Key: Kept] = [:]
        var old: [Key: Kept] = [:]
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
        let (kept, isOld) = generations.withLock { generations -> (Kept?, Bool) in
            if let kept = generations.young[key] { return (kept, false) }
            return (generations.old.removeValue(forKey: key), true)
        }
        if let kept, isOld { keep(kept, for: key) }
        return kept?.value
    }

    /// Keeps a value in place of the one that the key had.
    public func keep(_ value: Value, for key: Key) { keep(Kept(value: value, bytes: weigh(value)), for: key) }

    private func keep(_ kept: Kept, for key: Key) {
        // What goes is freed behind the lock: it can be much.
        _ = generations.withLock { generations -> (Kept?, [Key: Kept]) in
            let earlier = generations.young.updateValue(kept, forKey: key)
            generations.youngBytes += kept.bytes - (earlier?.bytes ?? 0)
            guard generations.youngBytes > mostBytes / 2 else { return (earlier, [:]) }
            let gone = generations.old
            generations.old = generations.young
            generations.young = [:]
            generations.youngBytes = 0
            return (earlier, gone)
        }
    }
}
