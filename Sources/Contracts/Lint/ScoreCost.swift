import Values

/// What bands and points of one assessment cost at every score, exactly: stations at the scores where the terms change,
/// and straight lines between them. Costs are in 10^-10 fen (fen × millionths of a percent × hundredths of a point).
struct ScoreCost {
    /// One score, and the open stretch that follows it up to the next station.
    struct Station {
        let score: Int
        let at: Cost
        /// The limits of the cost at both ends of the stretch; nil at 100.
        let after: (start: Cost, end: Cost)?
    }

    struct Cost: Equatable {
        var amount: Int128 = 0
        /// Whether a band or a rule for points applies at all.
        var hasRule = false
    }

    static let unitsPerFen: Int128 = 10_000_000_000

    let stations: [Station]

    /// Throws where amounts or percentages leave 128 bits.
    init(_ assessment: Assessment, amount: (Base) -> Money) throws(Overflow) {
        let scores = Self.scores(assessment)
        var stations: [Station] = []
        for (index, score) in scores.enumerated() {
            let at = try Self.cost(assessment, .at(score), amount)
            var after: (Cost, Cost)?
            if index + 1 < scores.count {
                let stretch = (score, scores[index + 1])
                after = (
                    try Self.cost(assessment, .startOf(stretch.0, stretch.1), amount),
                    try Self.cost(assessment, .endOf(stretch.0, stretch.1), amount)
                )
            }
            stations.append(Station(score: score, at: at, after: after))
        }
        self.stations = stations
    }

    /// Every score, in hundredths, at which a band or rule begins, ends or steps.
    private static func scores(_ assessment: Assessment) -> [Int] {
        var scores: Set<Int> = [0, Score.highest.hundredths]
        for band in assessment.bands { scores.insert(band.from.hundredths) }
        for rule in assessment.points {
            let limits = [rule.pointsBelow, rule.downTo, rule.scoreFrom, rule.scoreBelow]
            for limit in limits { if let limit { scores.insert(limit.hundredths) } }
            guard rule.fraction != .exact else { continue }
            scores.formUnion(
                stride(from: rule.pointsBelow.hundredths % 100, through: rule.pointsBelow.hundredths, by: 100))
        }
        return scores.sorted()
    }

    /// A score, or the limit towards one end of the open stretch between two neighbouring stations.
    private enum Place {
        case at(Int)
        case startOf(Int, Int)
        case endOf(Int, Int)

        /// The score that rules are looked up by: what holds at the lower end holds on the whole stretch.
        var lower: Int {
            switch self {
            case .at(let score), .startOf(let score, _), .endOf(let score, _): score
            }
        }

        /// The score that is counted with.
        var limit: Int {
            switch self {
            case .at(let score), .startOf(let score, _), .endOf(_, let score): score
            }
        }
    }

    private static func cost(
        _ assessment: Assessment, _ place: Place, _ amount: (Base) -> Money
    ) throws(Overflow) -> Cost {
        var cost = Cost()
        if let band = assessment.band(at: place.lower).map({ assessment.bands[$0] }) {
            cost.hasRule = true
            try add(band.share, times: 100, to: &cost, amount)
        }
        for rule in assessment.points where rule.applies(at: place.lower) {
            cost.hasRule = true
            try add(rule.share, times: points(rule, place), to: &cost, amount)
        }
        return cost
    }

    private static func add(
        _ share: Share, times hundredths: Int, to cost: inout Cost, _ amount: (Base) -> Money
    ) throws(Overflow) {
        let rate = Int128(share.percentage.millionths) * Int128(hundredths)
        let (product, tooLarge) = rate.multipliedReportingOverflow(by: Int128(amount(share.base).fen))
        let (sum, alsoTooLarge) = cost.amount.addingReportingOverflow(product)
        if tooLarge || alsoTooLarge { throw Overflow() }
        cost.amount = sum
    }

    /// Points in hundredths. Broken points step at stations only, so on a stretch they count what they do inside of it.
    private static func points(_ rule: Assessment.PointsRule, _ place: Place) -> Int {
        let floor = rule.downTo?.hundredths ?? 0
        func exact(_ score: Int) -> Int { max(0, rule.pointsBelow.hundredths - max(score, floor)) }
        switch (rule.fraction, place) {
        case (.exact, _): return exact(place.limit)
        case (.whole, .at(let score)): return exact(score) / 100 * 100
        case (.whole, .startOf(_, let upper)), (.whole, .endOf(_, let upper)): return exact(upper) / 100 * 100
        case (.started, _): return (exact(place.lower) + 99) / 100 * 100
        }
    }
}

extension Assessment {
    /// The band that applies to a score in hundredths: the highest `from` at or below it, the first of equals.
    func band(at score: Int) -> Int? {
        var best: Int?
        for (position, band) in bands.enumerated() where band.from.hundredths <= score {
            if let found = best, bands[found].from >= band.from { continue }
            best = position
        }
        return best
    }
}

extension Assessment.PointsRule {
    /// Whether the rule applies to a score in hundredths (payable.md 2.2, `points`).
    func applies(at score: Int) -> Bool {
        (scoreFrom?.hundredths ?? 0) <= score && score < (scoreBelow ?? pointsBelow).hundredths
    }
}
