/// Which statements one connection has prepared: bounded, the one used longest ago goes first.
/// A number is never used twice, so a name always means one text.
struct StatementCache {
    private struct Slot {
        let number: Int
        var lastUse: UInt64
    }

    private let limit: Int
    private var slots: [Statement: Slot] = [:]
    private var clock: UInt64 = 0
    private var lastNumber = 0
    /// Numbers that are forgotten here but not yet on the server.
    private(set) var retired: Set<Int> = []

    init(limit: Int) {
        self.limit = max(1, limit)
    }

    var count: Int { slots.count }

    /// The name under which the server knows a number.
    static func name(_ number: Int) -> String { "s\(number)" }

    /// The number of a prepared statement, or nil.
    mutating func number(of statement: Statement) -> Int? {
        clock += 1
        guard let index = slots.index(forKey: statement) else { return nil }
        slots.values[index].lastUse = clock
        return slots.values[index].number
    }

    /// Takes a new number for a statement whose Parse goes out now; makes room when there is none.
    mutating func insert(_ statement: Statement) -> Int {
        if slots.count >= limit, let oldest = slots.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            slots[oldest.key] = nil
            retired.insert(oldest.value.number)
        }
        lastNumber += 1
        slots[statement] = Slot(number: lastNumber, lastUse: clock)
        return lastNumber
    }

    /// Forgets a statement whose Parse failed or was skipped.
    mutating func remove(_ statement: Statement, number: Int) {
        if slots[statement]?.number == number { slots[statement] = nil }
        retired.remove(number)
    }

    /// Notes that the server has forgotten a number.
    mutating func dropped(_ number: Int) {
        retired.remove(number)
    }
}
