import Values

/// Maps an axis to pixels, and chooses the round values that are written beside it.
struct AxisScale {
    let low: Double
    let high: Double
    let start: Double
    let end: Double

    func pixel(_ value: Double) -> Double { start + (value - low) / (high - low) * (end - start) }

    /// From 0 to at least the amount (in 万元 or whatever unit it comes in), in four to six round steps.
    static func fromZero(upTo amount: Double, start: Double, end: Double) -> (scale: AxisScale, ticks: [Double]) {
        var step = 1.0
        while step * 5 < amount { step *= 10 }
        while step > amount / 3.5, step > 0.0001 { step /= step.isOneTwoFive ? 2 : 2.5 }
        let count = max(1, (amount * 1.04 / step).rounded(.up))
        let scale = AxisScale(low: 0, high: count * step, start: start, end: end)
        return (scale, (0...Int(count)).map { Double($0) * step })
    }
}

extension Double {
    /// Whether halving keeps it round: 10 → 5, 2 → 1; 5 → 2 is a division by 2.5.
    fileprivate var isOneTwoFive: Bool {
        var digits = self
        while digits >= 10 { digits /= 10 }
        while digits < 1 { digits *= 10 }
        return digits.rounded() != 5
    }

    init(_ fraction: Fraction) { self = Double(fraction.numerator) / Double(fraction.denominator) }
}
