internal import CLibPQ

/// The answers of a unit, taken one by one in the order of its statements; those not taken are freed with it.
public struct UnitResult: ~Copyable, Sendable {
    private var results: [ResultPointer]
    private var taken = 0

    init(_ results: [ResultPointer]) {
        self.results = results
    }

    deinit {
        for result in results[taken...] { PQclear(result.pointer) }
    }

    /// How many answers are left to take.
    public var count: Int { results.count - taken }

    /// Takes the next statement's answer. Throws `wrongRowCount(0)` when all were taken.
    public mutating func next() throws(PostgresError) -> Rows {
        guard taken < results.count else { throw .wrongRowCount(0) }
        taken += 1
        return Rows(results[taken - 1])
    }

    /// Passes over answers that do not matter, such as those of inserts.
    public mutating func skip(_ count: Int = 1) throws(PostgresError) {
        for _ in 0..<count { _ = try next() }
    }
}
