import Contracts
import Payables
import Values

/// The picture of `what-if`: what an installment and the whole contract are paid against one score, drawn from the
/// exact segments, with the scores at which that jumps or bends listed under their places.
struct CurvePicture {
    let readings: [WhatIf]
    let words: Words

    private let width = 960.0
    private let left = 96.0
    private let right = 924.0
    private let scores: AxisScale

    init(_ readings: [WhatIf], _ words: Words) {
        (self.readings, self.words) = (readings, words)
        let inner =
            readings.flatMap { $0.curve.points.dropFirst().dropLast().map(\.score) } + readings.compactMap(\.present)
        let lowest = inner.min().map { Double($0) } ?? 0
        let low = max(0, min(90, ((lowest - 4) / 10).rounded(.down) * 10))
        scores = AxisScale(low: low, high: 100, start: left, end: right)
    }

    func svg() -> String {
        let head = readings.count > 1 ? 84 + 24 * Double(readings.count) : 84
        let payable = CurvePanel(
            words.choose("本期应付（万元）：\(readings[0].installment.label)", "Payable of this installment, ten thousand yuan"),
            readings, scores: scores, top: head + 44, bottom: head + 264, \.payable)
        let total = CurvePanel(
            words.choose("合同各期应付合计（万元）", "Payable of the whole contract, ten thousand yuan"), readings, scores: scores,
            top: head + 324, bottom: head + 464, \.total)
        let strip = CurveStrip(readings: readings, scores: scores, words: words, top: head + 514)
        let height = strip.bottom + 20
        var svg = SVGWriter()
        svg.open(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width.pixels) \(height.pixels)", "role": "img",
                "width": width.pixels, "height": height.pixels, "aria-labelledby": "title desc",
                "lang": words.language.rawValue,
            ])
        svg.element("title", ["id": "title"], title)
        svg.element("desc", ["id": "desc"], CurveDescription(readings: readings, words: words).text)
        writeStyle(to: &svg)
        svg.element("rect", ["width": width.pixels, "height": height.pixels, "fill": "#ffffff"])
        writeHead(to: &svg)
        for panel in [payable, total] { writeScores(panel, to: &svg) }
        writePresent(payable, total, to: &svg)
        for panel in [payable, total] { panel.write(to: &svg) }
        writeUndeterminedNote(payable, to: &svg)
        if readings.count == 1 {
            CurveValues(panel: payable, reading: readings[0], present: presentBox(payable)).write(to: &svg)
        }
        strip.write(to: &svg)
        svg.close("svg")
        return svg.text
    }

    private var title: String {
        let terms = readings[0].dossier.standing.terms
        return words.choose("\(terms.title)：应付金额与考核得分", "\(terms.title): payable against score")
    }

    private func writeStyle(to svg: inout SVGWriter) {
        svg.element(
            "style", [:],
            """
            text{font-family:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;fill:#2b3036}
            .title{font-size:20px;font-weight:600}.sub{font-size:13px;fill:#5a626b}.panel{font-size:13px;font-weight:600}
            .tick{font-size:12px;fill:#5a626b}.value{font-size:12px}.note{font-size:12px;fill:#5a626b}
            .halo{font-size:12px;paint-order:stroke;stroke:#ffffff;stroke-width:4px;stroke-linejoin:round}
            .grid{stroke:#e7eaee;stroke-width:1}.axis{stroke:#8a929b;stroke-width:1}.present{stroke:#2b3036;stroke-width:1;stroke-dasharray:1 3}
            """)
        svg.open("defs")
        svg.open(
            "pattern",
            [
                "id": "undetermined", "width": "8", "height": "8", "patternUnits": "userSpaceOnUse",
                "patternTransform": "rotate(45)",
            ])
        svg.element("rect", ["width": "8", "height": "8", "fill": "#fafbfc"])
        svg.element("line", ["x1": "0", "y1": "0", "x2": "0", "y2": "8", "stroke": "#dfe3e8", "stroke-width": "2"])
        svg.close("pattern")
        svg.close("defs")
    }

    private func writeHead(to svg: inout SVGWriter) {
        let reading = readings[0]
        let terms = reading.dossier.standing.terms
        svg.label("title", title.fitting(right - 36, size: 20), at: Point(x: 36, y: 40))
        let subject = "\(reading.assessment.label)（\(reading.assessment.id)）"
        let target = "\(reading.installment.label)（\(reading.installment.id)）"
        let contract = "\(words.choose("合同", "Contract")) \(terms.number)"
        let line = "\(contract) · \(subject)→ \(target)· \(words.asOf) \(reading.dossier.asOf)"
        svg.label("sub", line.fitting(right - 36, size: 13), at: Point(x: 36, y: 64))
        guard readings.count > 1 else { return }
        for (index, reading) in readings.enumerated() {
            let style = CurveStyle(index: index, count: readings.count)
            let y = 92 + 24 * Double(index)
            svg.element(
                "line",
                [
                    "x1": "36", "y1": y.pixels, "x2": "96", "y2": y.pixels, "stroke": style.colour,
                    "stroke-width": style.width.pixels, "stroke-dasharray": style.dashes,
                ])
            let mark = style.mark(at: Point(x: 66, y: y), isHollow: false)
            svg.element(mark.name, mark.attributes)
            svg.label("value", reading.name.fitting(right - 108, size: 12), at: Point(x: 108, y: y + 4))
        }
    }

    private func writeScores(_ panel: CurvePanel, to svg: inout SVGWriter) {
        let step = scores.high - scores.low > 50 ? 10 : 5
        for score in stride(from: Int(scores.low), through: 100, by: step) {
            let x = scores.pixel(Double(score))
            svg.line("grid", from: Point(x: x, y: panel.amounts.end), to: Point(x: x, y: panel.amounts.start))
            svg.label("tick", String(score), at: Point(x: x, y: panel.amounts.start + 20), anchor: "middle")
        }
    }

    private func writePresent(_ payable: CurvePanel, _ total: CurvePanel, to svg: inout SVGWriter) {
        guard let present = readings.compactMap(\.present).first else { return }
        let x = scores.pixel(Double(present))
        for panel in [payable, total] {
            svg.line("present", from: Point(x: x, y: panel.amounts.end - 4), to: Point(x: x, y: panel.amounts.start))
        }
        let (text, point) = presentLabel(payable, present)
        svg.label("value", text, at: point, anchor: "middle")
    }

    private func presentLabel(_ panel: CurvePanel, _ present: Fraction) -> (text: String, at: Point) {
        let score = (try? present.rounded(toPlaces: 4))?.description ?? ""
        let text = words.choose("现得分 \(score)", "present score \(score)")
        let half = text.width(inPixels: 12) / 2
        let x = min(max(scores.pixel(Double(present)), left + half), right + 30 - half)
        return (text, Point(x: x, y: panel.amounts.end - 10))
    }

    private func presentBox(_ panel: CurvePanel) -> LabelBoard.Box? {
        guard let present = readings.compactMap(\.present).first else { return nil }
        let (text, point) = presentLabel(panel, present)
        return LabelBoard.box(text, at: point, anchor: "middle", size: 12)
    }

    private func writeUndeterminedNote(_ panel: CurvePanel, to svg: inout SVGWriter) {
        let points = readings[0].curve.points
        for (left, right) in zip(points, points.dropFirst()) where left.above?.isUndetermined ?? false {
            let from = max(scores.low, Double(left.score))
            let text = words.choose("无对应条款，待裁定", "no rule: awaits a ruling")
            let room = scores.pixel(Double(right.score)) - scores.pixel(from)
            guard room > text.width(inPixels: 12) + 12 else { continue }
            let middle = Point(x: scores.pixel(from) + room / 2, y: (panel.amounts.start + panel.amounts.end) / 2)
            svg.label("halo", text, at: middle, anchor: "middle")
        }
    }
}
