import Contracts
public import HTML
import Payables
import Values

/// What an installment is paid against the score of its assessment, with the present score marked: one reading, small
/// enough for a page.
public struct AssessmentPicture {
    private let reading: CurveReading
    private let setting: PictureSetting

    /// The curve of the reading.
    public init(_ reading: CurveReading, _ setting: PictureSetting) {
        self.reading = reading
        self.setting = setting
    }

    private var title: String {
        setting.choose(
            "\(reading.installment.label)：应付金额与\(reading.assessment.label)得分",
            "\(reading.installment.label): payable against the score of \(reading.assessment.label)")
    }

    /// The picture.
    public var svg: Node {
        let width = PictureFrame.pageWidth
        let scores = [reading].scoreAxis(from: 56, to: width - 24)
        let panel = CurvePanel("", [reading], scores: scores, top: 52, bottom: 212, \.payable)
        let present = CurvePresent([reading], [panel], setting.language, left: 8, right: width - 8)
        let frame = PictureFrame(
            setting: setting, width: width, height: 264, title: title,
            description: CurveDescription(readings: [reading], language: setting.language).text + standing)
        let note = setting.choose(
            "横轴为得分，纵轴为应付（万元）；空心为略低于该得分时", "Score and payable (CNY 10,000); hollow: just below the score")
        return frame.svg {
            frame.hatch("")
            panel.scoreLines
            if let present { present.node }
            panel.node(undetermined: frame.hatched)
            panel.undeterminedNote(in: setting.language)
            CurveValues(panel: panel, reading: reading, present: present?.box).node
            label("picture-note", note, at: Point(x: 8, y: 254))
            label(
                "picture-heading", title.fitting(width - 16, size: 13), at: Point(x: 8, y: 18))
        }
    }

    private var standing: String {
        guard let score = reading.presentText else { return "" }
        return setting.choose("现得分 \(score)。", " The present score is \(score).")
    }

    /// The same figures as a table: every score at which the amount jumps or bends, and the present one.
    public var table: Node {
        let scores = Set(reading.curve.points.map(\.score) + [reading.present].compactMap(\.self)).sorted(by: >)
        let rows = scores.compactMap { score -> [FigureTable.Cell]? in
            guard let at = try? reading.curve.figures(at: score) else { return nil }
            let below = reading.curve.points.first { $0.score == score }?.below
            return [
                .text(
                    CurveDescription.text(score)
                        + (score == reading.present ? setting.choose("（现得分）", " (present)") : "")),
                .amount(amount(at.deducted)), .amount(amount(at.payable)),
                .amount(below.flatMap { $0 == at ? nil : amount($0.payable) }),
                .text(at.isUndetermined ? setting.choose("待裁定", "awaits a ruling") : ""),
            ]
        }
        return FigureTable(
            caption: title,
            columns: [
                setting.choose("得分", "Score"), setting.choose("扣减（元）", "Deducted (CNY)"),
                setting.choose("应付（元）", "Payable (CNY)"), setting.choose("略低于此分时应付（元）", "Payable just below (CNY)"),
                setting.choose("说明", "Note"),
            ], rows: rows
        ).node
    }

    private func amount(_ fen: Fraction) -> Money { Money(fen: Int64(clamping: fen.rounded)) }
}
