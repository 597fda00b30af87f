import Payables
import Values

/// The picture in words, for readers who do not see it: each reading's points from the highest score down.
struct CurveDescription {
    let readings: [CurveReading]
    let language: Language

    var text: String {
        readings.map(sentence).joined(separator: language.choose("；", "; ")) + language.choose("。", ".")
    }

    private func sentence(_ reading: CurveReading) -> String {
        let points = reading.curve.points.reversed().prefix(12).map { point in
            let at = language.choose(
                "\(Self.text(point.score)) 分应付 \(yuan(point.at)) 元",
                "at \(Self.text(point.score)) payable \(yuan(point.at))")
            guard let below = point.below, below.payable != point.at.payable else { return at }
            return at + language.choose("（略低于此分为 \(yuan(below)) 元）", " (just below \(yuan(below)))")
        }
        let list = points.joined(separator: language.choose("，", ", "))
        return readings.count > 1 ? language.choose("\(reading.name)：\(list)", "\(reading.name): \(list)") : list
    }

    private func yuan(_ figures: PayableCurve.Figures) -> String {
        Money(fen: Int64(clamping: figures.payable.rounded)).grouped
    }

    /// Exact where two decimals suffice, else rounded to them with the sign ≈.
    static func text(_ score: Fraction) -> String {
        if let exact = score.decimal(places: 2) { return exact.description }
        return (try? score.rounded(toPlaces: 2)).map { "≈\($0)" } ?? ""
    }
}
