import Audit
import Examination
import TestSupport
import Testing
import Values

/// Monetary-unit samples: the same for everybody with the same seed, and fair to every fen.
struct SamplingTests {
    /// The hits were computed with sha256sum and bc, as examination.md shows.
    @Test func aSeedGivesTheSampleThatIsComputedByHand() throws {
        let sample = try MonetarySample(of: Self.golden, .hits(4), seed: "2026-11-21 审计局")
        #expect(sample.total == Money(fen: 100_000))
        #expect(sample.population.description == Self.goldenPopulation)
        #expect(sample.interval == (100_000, 4))
        #expect(sample.start == 26_422)
        #expect(sample.selections.map(\.unit.payment) == ["p2", "p1", "p4"])
        #expect(sample.selections.map(\.hits) == [[6_606], [31_606, 56_606], [81_606]])
        #expect(sample.selections.map(\.isCertain) == [false, true, false])
        #expect(sample.selections.map(\.fen) == [1_001...15_000, 15_001...60_000, 80_001...100_000])
    }

    private static let goldenPopulation = "b3df76637d1095ae14dfbd80541ff3d10a46f73000319f6f435b0c4088e2b537"
    private static let golden: [SamplingUnit] = [
        unit("合同-2", "p3", 20_000), unit("合同-2", "p4", 20_000), unit("合同-2", "p1", 45_000),
        unit("合同-1", "p1", 1_000), unit("合同-1", "p2", 14_000),
    ].compactMap(\.self)

    private static func unit(_ contract: String, _ payment: String, _ fen: Int64) -> SamplingUnit? {
        SamplingUnit(
            contract: contract, payment: payment, installment: "i", on: .first, amount: Money(fen: fen))
    }

    @Test func everyHitCanBeFoundAgain() throws {
        var random = SeededGenerator(named: "sampling")
        for round in 0..<300 {
            let units = Self.units(&random)
            let total = units.reduce(0) { $0 + $1.amount.fen }
            let byHits = Bool.random(using: &random)
            let interval = Int64.random(in: max(1, total / 200)...total, using: &random)
            let hits = Int.random(in: 1...Int(min(total, 50)), using: &random)
            let size: SamplingSize = byHits ? .hits(hits) : .interval(Money(fen: interval))
            let sample = try MonetarySample(of: units.shuffled(using: &random), size, seed: "seed \(round)")
            // Hits by the formula, over the fen of the population laid out one behind the other.
            let sorted = units.sorted { ($0.contract, $0.payment) < ($1.contract, $1.payment) }
            let all = (0...Int64(300)).map {
                (sample.start + $0 * sample.interval.numerator) / sample.interval.denominator + 1
            }
            .filter { $0 <= total }
            #expect(sample.selections.flatMap(\.hits) == all)
            if byHits { #expect(all.count == hits) }
            var first = Int64(1)
            var expected: [String] = []
            for unit in sorted {
                let own = first...(first + unit.amount.fen - 1)
                first = own.upperBound + 1
                if all.contains(where: own.contains) { expected.append(unit.contract + unit.payment) }
            }
            #expect(sample.selections.map { $0.unit.contract + $0.unit.payment } == expected)
            // What is as large as the interval is always there.
            let large = sorted.filter { $0.amount.fen * sample.interval.denominator >= sample.interval.numerator }
            #expect(sample.selections.filter(\.isCertain).map(\.unit) == large)
        }
    }

    /// Over all starts every fen is hit as often as every other one; the starts of a few thousand seeds are spread like
    /// that too.
    @Test func everyFenIsAsLikely() throws {
        let units = [Self.unit("A", "1", 1), Self.unit("A", "2", 10), Self.unit("B", "1", 29), Self.unit("C", "1", 60)]
            .compactMap(\.self)
        var counts: [String: Int] = [:]
        for seed in 0..<4_000 {
            let sample = try MonetarySample(of: units, .hits(1), seed: "\(RunSeed.printed()) \(seed)")
            for selection in sample.selections {
                counts[selection.unit.contract + selection.unit.payment, default: 0] += 1
            }
        }
        // Five standard deviations of the binomial distribution.
        for (name, share) in [("A1", 1), ("A2", 10), ("B1", 29), ("C1", 60)] {
            let difference = counts[name, default: 0] - 40 * share
            #expect(
                difference * difference * 100 <= 25 * 40 * share * (100 - share),
                "\(name) \(counts) \(RunSeed.printed())")
        }
    }

    @Test func whatCannotBeDrawnIsSaid() throws {
        let one = try #require(Self.unit("A", "1", 100))
        #expect(Self.unit("A", "2", 0) == nil)
        #expect(throws: SamplingError.empty) { try MonetarySample(of: [], .hits(1), seed: "") }
        #expect(throws: SamplingError.size) { try MonetarySample(of: [one], .hits(0), seed: "") }
        #expect(throws: SamplingError.size) { try MonetarySample(of: [one], .hits(101), seed: "") }
        #expect(throws: SamplingError.size) { try MonetarySample(of: [one], .interval(.zero), seed: "") }
        #expect(throws: SamplingError.repeated) { try MonetarySample(of: [one, one], .hits(1), seed: "") }
        let vast = [Self.unit("A", "1", .max), Self.unit("A", "2", 1)].compactMap(\.self)
        #expect(throws: SamplingError.overflow) { try MonetarySample(of: vast, .hits(1), seed: "") }
        let most = try MonetarySample(of: Array(vast.prefix(1)), .hits(MonetarySample.mostHits), seed: "")
        #expect(most.selections.map(\.hits.count) == [MonetarySample.mostHits])
        #expect(throws: SamplingError.size) {
            try MonetarySample(of: vast.dropLast(), .interval(Money(fen: 1)), seed: "")
        }
        let whole = try MonetarySample(of: [one], .interval(Money(fen: 1000)), seed: "x")
        #expect(whole.selections.count == (whole.start < 100 ? 1 : 0))
    }

    @Test func whatCameBackIsNotDrawn() throws {
        let story =
            "2026-03-10 国库 付款 验收款 30000.00；2026-03-11 国库 退回 验收款 10000.00 s1；2026-03-12 国库 付款 预付款 500.00；"
            + "2026-03-13 钱局长 作废 s3 误记；2026-04-01 国库 付款 预付款 600.00"
        let contract = Story.contracts(story, asOf: "2026-06-30")[0]
        let units = try SamplingUnit.units(of: contract, from: Story.day("2026-01-01"), to: Story.day("2026-03-31"))
        #expect(units.map(\.payment) == ["s1"])
        #expect(units.map(\.amount) == [Money(fen: 2_000_000)])
    }

    private static func units(_ random: inout SeededGenerator) -> [SamplingUnit] {
        (0..<Int.random(in: 1...30, using: &random)).compactMap { number in
            let fen =
                Bool.random(using: &random)
                ? Int64.random(in: 1...50, using: &random) : .random(in: 1...100_000, using: &random)
            return unit("C\(number % 4)", "p\(number)", fen)
        }
    }
}
