public import HTML
public import Payables
import Values

/// The cash that schedules ask for in the months to come, as bars; what is overdue is hatched in the first.
public struct CashPicture {
    private let need: CashNeed
    private let setting: PictureSetting
    private let axis: MonthAxis

    /// The picture of what the months ask for.
    public init(_ need: CashNeed, _ setting: PictureSetting) {
        self.need = need
        self.setting = setting
        axis = MonthAxis(
            months: need.months.map(\.month), left: 56, right: PictureFrame.pageWidth - 12, language: setting.language)
    }

    private var title: String {
        setting.choose("今后 \(need.months.count) 个月用款计划", "Cash needed in the next \(need.months.count) months")
    }

    private func total(_ month: CashNeed.Month) -> Money { (try? month.total) ?? month.expected }

    private var overdue: Money { need.months.first?.overdue ?? .zero }

    private var description: String {
        let sum = ((try? need.total) ?? .zero).grouped
        let (overdue, later, undated) = (overdue.grouped, need.later.grouped, need.undated.grouped)
        return setting.choose(
            "共需 \(sum) 元，其中已逾期 \(overdue) 元；此后 \(later) 元，日期未定 \(undated) 元。",
            "In all \(sum), of which \(overdue) is overdue; later \(later), date unknown \(undated).")
    }

    /// The picture.
    public var svg: Node {
        let frame = PictureFrame(
            setting: setting, width: PictureFrame.pageWidth, height: 296, title: title, description: description)
        let amounts = AmountAxis(need.months.map(total), left: axis.left, right: axis.right, top: 76, bottom: 226)
        return frame.svg {
            frame.hatch("picture-alarm picture-strong")
            label("picture-heading", title, at: Point(x: 8, y: 18))
            legend(frame).node(at: Point(x: 8, y: 42))
            label("picture-note", setting.choose("万元", "CNY 10,000"), at: Point(x: axis.right, y: 42), .end)
            amounts.node
            bars(amounts, frame)
            values(amounts)
            axis.names(below: 226, withYears: true)
            label("picture-note", note, at: Point(x: 8, y: 284))
        }
    }

    private var note: String {
        let (later, undated) = (AmountAxis.short(need.later), AmountAxis.short(need.undated))
        return setting.choose("此后 \(later)，日期未定 \(undated)（万元）", "later \(later), date unknown \(undated) (CNY 10,000)")
    }

    private func legend(_ frame: PictureFrame) -> Legend {
        Legend(entries: [
            (Legend.bar("picture-first picture-bar"), setting.choose("到期或预计", "due or expected")),
            (
                { place in self.overdueBar(Point(x: place.x, y: place.y - 10), 18, 11, frame) },
                setting.choose("已逾期", "overdue")
            ),
        ])
    }

    private func overdueBar(_ corner: Point, _ width: Double, _ height: Double, _ frame: PictureFrame) -> Node {
        group {
            box(nil, at: corner, width: width, height: height, fill: frame.hatched)
            box("picture-alarm picture-outline", at: corner, width: width, height: height)
        }
    }

    private func bars(_ amounts: AmountAxis, _ frame: PictureFrame) -> Node {
        let width = axis.slot - 10
        return group {
            for (index, month) in need.months.enumerated() {
                let left = axis.middle(index) - width / 2
                let (ground, middle, top) = (amounts.y(.zero), amounts.y(month.overdue), amounts.y(total(month)))
                if month.overdue > .zero { overdueBar(Point(x: left, y: middle), width, ground - middle, frame) }
                if month.expected > .zero {
                    box("picture-first picture-bar", at: Point(x: left, y: top), width: width, height: middle - top)
                }
            }
        }
    }

    /// Amounts above the bars, where they do not touch.
    private func values(_ amounts: AmountAxis) -> Node {
        var board = LabelBoard()
        let labels = need.months.enumerated().compactMap { index, month -> Node? in
            let amount = total(month)
            guard amount > .zero else { return nil }
            let text = AmountAxis.short(amount)
            let place = Point(x: axis.middle(index), y: amounts.y(amount) - 6)
            return board.firstFree([(place, .middle)], for: text, size: 12).map {
                label("picture-halo", text, at: $0.0, $0.1)
            }
        }
        return .group(labels)
    }

    /// The same figures as a table, with what comes later and what has no date.
    public var table: Node {
        let sums = need.months.map { month -> [FigureTable.Cell] in
            [.text(month.month.description), .amount(month.overdue), .amount(month.expected), .amount(total(month))]
        }
        let rest: [[FigureTable.Cell]] = [
            [.text(setting.choose("此后", "Later")), .amount(nil), .amount(nil), .amount(need.later)],
            [.text(setting.choose("日期未定", "Date unknown")), .amount(nil), .amount(nil), .amount(need.undated)],
        ]
        return FigureTable(
            caption: title + setting.choose("（元）", " (CNY)"),
            columns: [
                setting.choose("月份", "Month"), setting.choose("已逾期", "Overdue"),
                setting.choose("到期或预计", "Due or expected"), setting.choose("合计", "Together"),
            ], rows: sums + rest
        ).node
    }
}
