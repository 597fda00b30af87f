import Contracts
public import HTML
import Payables
import Values

/// The picture of `what-if`, for a file of its own: what an installment and the whole contract are paid against one
/// score, drawn from the exact segments, with the scores at which that jumps or bends listed under their places.
public struct CurvePicture {
    private let readings: [CurveReading]
    private let language: Language
    private let setting: PictureSetting
    private let scores: AxisScale
    private let width = 960.0
    private let left = 96.0
    private let right = 924.0

    /// Readings of one contract and one assessment, side by side; nil for none.
    public init?(_ readings: [CurveReading], _ setting: PictureSetting) {
        guard !readings.isEmpty else { return nil }
        (self.readings, self.language, self.setting) = (readings, setting.language, setting)
        scores = readings.scoreAxis(from: left, to: right)
    }

    /// The picture.
    public var svg: Node {
        let head = readings.count > 1 ? 84 + 24 * Double(readings.count) : 84
        let payable = CurvePanel(
            language.choose(
                "本期应付（万元）：\(readings[0].installment.label)", "Payable of this installment, ten thousand yuan"),
            readings, scores: scores, top: head + 44, bottom: head + 264, \.payable)
        let total = CurvePanel(
            language.choose("合同各期应付合计（万元）", "Payable of the whole contract, ten thousand yuan"), readings,
            scores: scores, top: head + 324, bottom: head + 464, \.total)
        let strip = CurveStrip(readings: readings, scores: scores, language: language, top: head + 514)
        let frame = PictureFrame(
            setting: setting, width: width, height: strip.bottom + 20, title: title,
            description: CurveDescription(readings: readings, language: language).text)
        let present = CurvePresent(readings, [payable, total], language, left: left, right: right + 30)
        return frame.svg {
            frame.hatch("")
            box("picture-ground", at: Point(x: 0, y: 0), width: width, height: frame.height)
            heading
            for panel in [payable, total] { panel.scoreLines }
            if let present { present.node }
            for panel in [payable, total] { panel.node(undetermined: frame.hatched) }
            payable.undeterminedNote(in: language)
            if readings.count == 1 {
                CurveValues(panel: payable, reading: readings[0], present: present?.box).node
            }
            strip.node
        }
    }

    private var title: String {
        language.choose("\(readings[0].terms.title)：应付金额与考核得分", "\(readings[0].terms.title): payable against score")
    }

    @Content private var heading: Node {
        let reading = readings[0]
        let subject = "\(reading.assessment.label)（\(reading.assessment.id)）"
        let target = "\(reading.installment.label)（\(reading.installment.id)）"
        let contract = "\(language.choose("合同", "Contract")) \(reading.terms.number)"
        let day = "\(language.choose("截至", "as of")) \(reading.asOf)"
        label("picture-title", title.fitting(right - 36, size: 20), at: Point(x: 36, y: 40))
        label(
            "picture-subtitle", "\(contract) · \(subject)→ \(target)· \(day)".fitting(right - 36, size: 13),
            at: Point(x: 36, y: 64))
        if readings.count > 1 { for index in readings.indices { legend(index) } }
    }

    private func legend(_ index: Int) -> Node {
        let style = CurveStyle(index: index, count: readings.count)
        let y = 92 + 24 * Double(index)
        return group {
            line(style.line, from: Point(x: 36, y: y), to: Point(x: 96, y: y), style.width, style.dashes)
            style.mark(at: Point(x: 66, y: y), isHollow: false)
            label("picture-value", readings[index].name.fitting(right - 108, size: 12), at: Point(x: 108, y: y + 4))
        }
    }
}
