public import Audit
public import Values

/// A monetary-unit sample (货币单元抽样): systematic selection of fen with a start from a seed. The fen of the population
/// are numbered from 1 on, payment by payment in canonical order; the k-th hit, k from 0 on, is fen
/// ⌊(start + k × numerator) ÷ denominator⌋ + 1 as long as there is such a fen. A payment of at least the interval is
/// always hit; every fen is hit with the probability denominator ÷ numerator.
public struct MonetarySample: Equatable, Sendable {
    /// The most hits of one sample.
    public static let mostHits = 100_000

    public let seed: String
    /// How many payments, and their sum.
    public let count: Int
    public let total: Money
    /// SHA-256 of the population in canonical order, a line for each payment: contract, tab, payment, tab, fen,
    /// newline.
    public let population: ContentHash
    /// The interval in fen as a fraction: total over hits, or the interval over 1.
    public let interval: (numerator: Int64, denominator: Int64)
    /// From 0 to below the numerator.
    public let start: Int64
    /// The payments that were hit, in canonical order.
    public let selections: [Selection]

    /// A payment that was drawn.
    public struct Selection: Equatable, Sendable {
        public let unit: SamplingUnit
        /// Its first and last fen in the population.
        public let fen: ClosedRange<Int64>
        /// The fen of it that were hit; one at least.
        public let hits: [Int64]
        /// Whether it is at least as large as the interval, so that any start hits it.
        public let isCertain: Bool
    }

    /// Draws from payments in whatever order. Throws where there is nothing to draw, or too much.
    public init(of units: [SamplingUnit], _ size: SamplingSize, seed: String) throws(SamplingError) {
        let sorted = units.sorted(by: SamplingUnit.precedes)
        if sorted.isEmpty { throw .empty }
        for (one, next) in zip(sorted, sorted.dropFirst()) where !SamplingUnit.precedes(one, next) { throw .repeated }
        let total: Int64
        do throws(Overflow) { total = try Self.sum(sorted).fen } catch { throw .overflow }
        let interval = try Self.interval(size, total)
        let start = SeededStart.start(seed: seed, below: UInt64(interval.numerator))
        self.seed = seed
        count = sorted.count
        self.total = Money(fen: total)
        population = Self.hash(sorted)
        self.interval = interval
        self.start = Int64(start)
        selections = Self.select(sorted, interval, Int64(start))
    }

    public static func == (left: MonetarySample, right: MonetarySample) -> Bool {
        left.seed == right.seed && left.population == right.population && left.interval == right.interval
            && left.selections == right.selections
    }

    private static func sum(_ units: [SamplingUnit]) throws(Overflow) -> Money {
        var total = Money.zero
        for unit in units { try total += unit.amount }
        return total
    }

    private static func interval(
        _ size: SamplingSize, _ total: Int64
    ) throws(SamplingError) -> (numerator: Int64, denominator: Int64) {
        switch size {
        case .hits(let count):
            guard (1...mostHits).contains(count), count <= total else { throw .size }
            return (total, Int64(count))
        case .interval(let money):
            guard money > .zero, total / money.fen < mostHits else { throw .size }
            return (money.fen, 1)
        }
    }

    private static func hash(_ units: [SamplingUnit]) -> ContentHash {
        var hasher = ContentHasher()
        for unit in units { hasher.update(Array("\(unit.contract)\t\(unit.payment)\t\(unit.amount.fen)\n".utf8)) }
        return hasher.hash
    }

    private static func select(
        _ units: [SamplingUnit], _ interval: (numerator: Int64, denominator: Int64), _ start: Int64
    ) -> [Selection] {
        var selections: [Selection] = []
        var end = Int64(0)
        var next = Int128(0)
        func position() -> Int128 {
            (Int128(start) + next * Int128(interval.numerator)) / Int128(interval.denominator) + 1
        }
        for unit in units {
            let first = end + 1
            end += unit.amount.fen
            var hits: [Int64] = []
            while position() <= Int128(end) {
                hits.append(Int64(truncatingIfNeeded: position()))
                next += 1
            }
            if hits.isEmpty { continue }
            let isCertain = Int128(unit.amount.fen) * Int128(interval.denominator) >= Int128(interval.numerator)
            selections.append(Selection(unit: unit, fen: first...end, hits: hits, isCertain: isCertain))
        }
        return selections
    }
}
