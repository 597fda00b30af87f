import Payables
import Values

/// The picture in words, for readers who do not see it: each reading's points from the highest score down.
struct CurveDescription {
    let readings: [WhatIf]
    let words: Words

    var text: String { readings.map(sentence).joined(separator: words.choose("；", "; ")) + words.choose("。", ".") }

    private func sentence(_ reading: WhatIf) -> String {
        let points = reading.curve.points.reversed().prefix(12).map { point in
            let at = words.choose(
                "\(CurveStrip.text(point.score)) 分应付 \(yuan(point.at)) 元",
                "at \(CurveStrip.text(point.score)) payable \(yuan(point.at))")
            guard let below = point.below, below.payable != point.at.payable else { return at }
            return at + words.choose("（略低于此分为 \(yuan(below)) 元）", " (just below \(yuan(below)))")
        }
        let list = points.joined(separator: words.choose("，", ", "))
        return readings.count > 1 ? words.choose("\(reading.name)：\(list)", "\(reading.name): \(list)") : list
    }

    private func yuan(_ figures: PayableCurve.Figures) -> String {
        Money(fen: Int64(clamping: figures.payable.rounded)).grouped
    }
}
