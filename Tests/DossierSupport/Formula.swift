/// Evaluates the formula of a `because`, such as `3594400.00 × 20% = 718880.00`, independently of the calculation.
public struct Formula {
    private var rest: Substring

    /// Whether both sides of the formula are equal to the fen, the left one rounded half away from zero. A formula
    /// without a sign of equality computes nothing and is true.
    public static func isTrue(_ text: String) throws(Malformed) -> Bool {
        let sides = text.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2 else { return true }
        return try value(of: sides[0]).inFen == value(of: sides[1]).inFen
    }

    /// Something else than a formula.
    public struct Malformed: Error {
        public let rest: String
    }

    private static func value(of side: Substring) throws(Malformed) -> Decimal {
        var formula = Formula(rest: Substring(side.filter { $0 != " " }))
        let value = try formula.sum()
        guard formula.rest.isEmpty else { throw Malformed(rest: String(formula.rest)) }
        return value
    }

    private mutating func sum() throws(Malformed) -> Decimal {
        var value = try product()
        while let sign = rest.first, sign == "+" || sign == "−" {
            rest.removeFirst()
            let term = try product()
            value = value.plus(sign == "+" ? term : term.times(Decimal(digits: -1, places: 0)))
        }
        return value
    }

    private mutating func product() throws(Malformed) -> Decimal {
        var value = try factor()
        while rest.first == "×" {
            rest.removeFirst()
            value = value.times(try factor())
        }
        return value
    }

    private mutating func factor() throws(Malformed) -> Decimal {
        for (name, isBetter): (String, (Decimal, Decimal) -> Bool) in [
            ("min(", { $0.isLess(than: $1) }), ("max(", { $1.isLess(than: $0) }),
        ] where rest.hasPrefix(name) {
            rest.removeFirst(name.count)
            let left = try sum()
            try take(",")
            let right = try sum()
            try take(")")
            return isBetter(left, right) ? left : right
        }
        let isNegative = rest.first == "-"
        if isNegative { rest.removeFirst() }
        let text = rest.prefix { $0.isNumber || $0 == "." }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let digits = Int128(parts.joined()) else {
            throw Malformed(rest: String(rest))
        }
        rest.removeFirst(text.count)
        var value = Decimal(digits: isNegative ? -digits : digits, places: parts.count == 2 ? parts[1].count : 0)
        if rest.first == "%" {
            rest.removeFirst()
            value.places += 2
        }
        return value
    }

    private mutating func take(_ character: Character) throws(Malformed) {
        guard rest.first == character else { throw Malformed(rest: String(rest)) }
        rest.removeFirst()
    }
}

/// `digits × 10^-places`.
private struct Decimal {
    var digits: Int128
    var places: Int

    func plus(_ other: Decimal) -> Decimal {
        let common = max(places, other.places)
        return Decimal(digits: scaled(to: common) + other.scaled(to: common), places: common)
    }

    func times(_ other: Decimal) -> Decimal { Decimal(digits: digits * other.digits, places: places + other.places) }

    func isLess(than other: Decimal) -> Bool {
        let common = max(places, other.places)
        return scaled(to: common) < other.scaled(to: common)
    }

    var inFen: Int128 {
        if places <= 2 { return scaled(to: 2) }
        let unit = (2..<places).reduce(Int128(1)) { unit, _ in unit * 10 }
        let half = digits < 0 ? -unit / 2 : unit / 2
        return (digits + half) / unit
    }

    private func scaled(to wanted: Int) -> Int128 { (places..<wanted).reduce(digits) { value, _ in value * 10 } }
}
