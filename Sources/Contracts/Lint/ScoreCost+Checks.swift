import Values

extension ScoreCost {
    /// The runs of scores without any rule, as the words around "score": 0 ≤ … < 80. Where there are no bands, a score
    /// above every rule simply costs nothing; only a run below a score with a rule is a hole.
    func holes(includingBelowBands hasBands: Bool) -> [[String]] {
        var holes: [[String]] = []
        var start: String?
        func close(_ end: String) {
            if let begin = start { holes.append([begin, end]) }
            start = nil
        }
        for station in stations {
            let score = Score(hundredths: station.score).description
            if station.at.hasRule { close("< \(score)") } else { start = start ?? "\(score) ≤" }
            guard let after = station.after else { continue }
            if after.start.hasRule { close("≤ \(score)") } else { start = start ?? "\(score) <" }
        }
        if hasBands { close("≤ \(Score.highest)") }
        return holes
    }

    /// The scores just below which less is deducted than at them (or at the next score above that has a rule).
    func drops(cap: Money?, includingNoRule isFree: Bool) -> [(score: Score, below: Money, at: Money)] {
        var drops: [(score: Score, below: Money, at: Money)] = []
        let limit = cap.map { Int128($0.fen) * Self.unitsPerFen }
        func capped(_ cost: Cost) -> Int128 { min(cost.amount, limit ?? cost.amount) }
        var better: Int128?
        var upper = Score.highest
        // Rules begin at a score and hold up to another, so a drop lies at the upper end of a stretch.
        for station in stations.reversed() {
            if let (start, end) = station.after, end.hasRule || isFree {
                if let known = better, capped(end) < known {
                    drops.append((upper, Self.money(capped(end)), Self.money(known)))
                }
                better = capped(start)
            }
            if station.at.hasRule || isFree { better = capped(station.at) }
            upper = Score(hundredths: station.score)
        }
        return drops
    }

    /// The most that any score costs. Throws where it is no amount of money.
    func highest() throws(Overflow) -> Money {
        var most = Int128(0)
        for station in stations {
            most = max(most, station.at.amount, station.after?.start.amount ?? 0, station.after?.end.amount ?? 0)
        }
        guard most / Self.unitsPerFen < Int128(Int64.max) else { throw Overflow() }
        return Self.money(most)
    }

    /// The highest score of two decimals that costs more than the amount.
    func highestScore(above amount: Money) throws(Overflow) -> Score? {
        let limit = Int128(amount.fen) * Self.unitsPerFen
        for (index, station) in stations.enumerated().reversed() {
            if let after = station.after,
                let inside = Self.highest(above: limit, station.score, stations[index + 1].score, after)
            {
                return Score(hundredths: inside)
            }
            if station.at.amount > limit { return Score(hundredths: station.score) }
        }
        return nil
    }

    /// The same among the hundredths strictly between two stations, where the cost falls in a straight line.
    private static func highest(above limit: Int128, _ from: Int, _ to: Int, _ cost: (start: Cost, end: Cost)) -> Int? {
        let fall = cost.start.amount - cost.end.amount
        let room = (cost.start.amount - limit) * Int128(to - from)
        var (low, high) = (from, to)
        while high - low > 1 {
            let middle = (low + high) / 2
            if fall * Int128(middle - from) < room { low = middle } else { high = middle }
        }
        return low > from ? low : nil
    }

    private static func money(_ amount: Int128) -> Money {
        Money(fen: Int64(clamping: (amount + unitsPerFen / 2) / unitsPerFen))
    }
}
