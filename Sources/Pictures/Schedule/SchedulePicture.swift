import Contracts
public import HTML
public import Payables
import Values

/// A contract's schedule as a time line: when each installment was planned, started, is due and was paid, what was held
/// back of it, and where today is.
public struct SchedulePicture {
    private let entries: [ScheduleEntry]
    private let statement: Statement
    private let setting: PictureSetting
    private let width = PictureFrame.pageWidth
    private let top = 108.0
    private let rowHeight = 42.0

    /// The schedule of a statement, whose day is today.
    public init(_ statement: Statement, _ setting: PictureSetting) {
        self.statement = statement
        self.setting = setting
        entries = ScheduleEntry.all(of: statement, setting.language)
    }

    private var title: String {
        setting.choose("付款计划时间线", "Time line of the schedule") + setting.choose("：", ": ") + statement.terms.title
    }

    /// The picture.
    public var svg: Node {
        let today = statement.dossier.asOf
        let bottom = top + rowHeight * Double(entries.count)
        let frame = PictureFrame(
            setting: setting, width: width, height: bottom + 12, title: title, description: description)
        return frame.svg {
            frame.hatch("picture-third picture-strong")
            label("picture-heading", title.fitting(width - 16, size: 13), at: Point(x: 8, y: 18))
            legend(frame)
            if let axis = DayAxis(entries.flatMap(\.days) + [today], left: 20, right: width - 20) {
                axis.node(top: top, bottom: bottom)
                let x = axis.x(today)
                line("picture-present", from: Point(x: x, y: top - 20), to: Point(x: x, y: bottom))
                label(
                    "picture-value", setting.choose("今天 \(today)", "today \(today)"),
                    at: Point(x: min(max(x, 60), width - 60), y: top - 24), .middle)
                for (index, entry) in entries.enumerated() {
                    ScheduleLine(entry: entry, axis: axis, today: today, setting: setting, hatched: frame.hatched)
                        .node(at: top + rowHeight * Double(index))
                }
            }
        }
    }

    private func legend(_ frame: PictureFrame) -> Node {
        func mark(_ mark: Mark, _ names: String, isHollow: Bool) -> (Point) -> Node {
            { mark.node(names, at: Point(x: $0.x + 12, y: $0.y - 4), isHollow: isHollow) }
        }
        let first = Legend(entries: [
            (mark(.diamond, "picture-sixth", isHollow: true), setting.choose("计划", "planned")),
            (mark(.circle, "picture-first", isHollow: true), setting.choose("起算", "started")),
            (mark(.triangle, "picture-first", isHollow: false), setting.choose("到期", "due")),
            (mark(.circle, "picture-third", isHollow: false), setting.choose("已付", "paid")),
            (
                { ScheduleLine.holdback(at: Point(x: $0.x + 12, y: $0.y - 4), frame.hatched) },
                setting.choose("扣留", "held back")
            ),
        ])
        let second = Legend(entries: [
            ({ ScheduleLine.span(from: $0.x, to: $0.x + 20, y: $0.y - 4) }, setting.choose("付款期限", "time to pay")),
            ({ ScheduleLine.late(from: $0.x, to: $0.x + 20, y: $0.y - 4) }, setting.choose("逾期", "overdue")),
        ])
        return group {
            first.node(at: Point(x: 8, y: 40))
            second.node(at: Point(x: 8, y: 60))
            label("picture-note", setting.choose("金额：万元", "amounts: CNY 10,000"), at: Point(x: width - 20, y: 60), .end)
        }
    }

    private var description: String {
        let sentences = entries.map { entry in
            let days: [(CalendarDay?, String)] = [
                (entry.plannedOn, setting.choose("计划", "planned")), (entry.startedOn, setting.choose("起算", "started")),
                (entry.dueOn, setting.choose("到期", "due")), (entry.paidOn.last, setting.choose("已付", "paid")),
            ]
            let told = days.compactMap { day, name in day.map { "\(name) \($0)" } } + [entry.statusText]
            return "\(entry.label)\(setting.choose("：", ": "))\(told.joined(separator: setting.choose("，", ", ")))"
        }
        return sentences.joined(separator: setting.choose("；", "; ")) + setting.choose("。", ".")
    }

    /// The same figures as a table.
    public var table: Node {
        let rows = entries.map { entry -> [FigureTable.Cell] in
            [
                .text(entry.label), .day(entry.plannedOn), .day(entry.startedOn), .day(entry.dueOn),
                .text(entry.paidOn.map(\.description).joined(separator: setting.choose("、", ", "))),
                .amount(entry.payable), .amount(entry.paid), .amount(entry.withheld), .text(entry.statusText),
            ]
        }
        return FigureTable(
            caption: setting.choose("付款计划（金额单位：元）", "Schedule (amounts in CNY)"),
            columns: [
                setting.choose("分期", "Installment"), setting.choose("计划", "Planned"), setting.choose("起算", "Started"),
                setting.choose("到期", "Due"), setting.choose("付款日", "Paid on"), setting.choose("应付", "Payable"),
                setting.choose("已付", "Paid"), setting.choose("扣留", "Held back"), setting.choose("状态", "Status"),
            ], rows: rows
        ).node
    }
}
