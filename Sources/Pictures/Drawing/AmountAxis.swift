import HTML
import Values

/// The upright axis of amounts in 万元 (ten thousand yuan), from 0, with its lines across the picture.
struct AmountAxis {
    let scale: AxisScale
    let ticks: [Double]
    let left: Double
    let right: Double

    /// Fen in 万元.
    static let unit = 1_000_000.0

    /// Up to at least the highest of the amounts, from `bottom` upward to `top`.
    init(_ amounts: [Money], left: Double, right: Double, top: Double, bottom: Double) {
        (self.left, self.right) = (left, right)
        let highest = amounts.map { Self.inUnits($0) }.max() ?? 0
        (scale, ticks) = AxisScale.fromZero(upTo: max(highest, 0.01), start: bottom, end: top)
    }

    /// Where an amount lies; below 0 it lies on the axis.
    func y(_ amount: Money) -> Double { scale.pixel(max(0, Self.inUnits(amount))) }

    @Content var node: Node {
        for tick in ticks {
            let y = scale.pixel(tick)
            line(
                tick == 0 ? "picture-axis" : "picture-grid", from: Point(x: left, y: y), to: Point(x: right, y: y))
            label("picture-tick", Self.text(tick), at: Point(x: left - 6, y: y + 4), .end)
        }
    }

    static func inUnits(_ amount: Money) -> Double { Double(amount.fen) / unit }

    /// An amount in 万元 without needless decimals: "71.888".
    static func text(_ amount: Double) -> String {
        let units = Int((abs(amount) * 10_000).rounded())
        var fraction = String(10_000 + units % 10_000).dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        return "\(amount < 0 && units > 0 ? "-" : "")\(units / 10_000)\(fraction.isEmpty ? "" : "." + fraction)"
    }

    /// An amount in 万元 in three or four digits, for places with little room: "71.9", "1250".
    static func short(_ amount: Money) -> String {
        let value = inUnits(amount)
        return text(abs(value) >= 100 ? value.rounded() : (value * 10).rounded() / 10)
    }
}
