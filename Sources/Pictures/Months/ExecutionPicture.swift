public import HTML
public import Payables
import Values

/// The execution of a year: plan and payments of each month as bars, and their sums from January on as lines.
public struct ExecutionPicture {
    private let execution: YearExecution
    private let setting: PictureSetting
    private let months: [CalendarMonth]
    private let axis: MonthAxis

    /// The picture of a year's figures.
    public init(_ execution: YearExecution, _ setting: PictureSetting) {
        self.execution = execution
        self.setting = setting
        months = CalendarMonth.all(of: execution.year)
        axis = MonthAxis(months: months, left: 56, right: PictureFrame.pageWidth - 12, language: setting.language)
    }

    private var title: String {
        setting.choose("\(execution.year) 年支出执行", "Execution of the year \(execution.year)")
    }

    /// "支出执行率 63.2%", or that there is no plan.
    private var rate: String {
        guard let rate = execution.rate else { return setting.choose("全年无计划", "nothing planned this year") }
        return setting.choose("支出执行率 \(rate)%", "execution rate \(rate)%")
    }

    private var description: String {
        let (planned, paid) = (execution.total.planned.grouped, execution.total.paid.grouped)
        return setting.choose(
            "截至 \(execution.asOf)：全年计划 \(planned) 元，已付 \(paid) 元，\(rate)。",
            "As of \(execution.asOf): planned for the year \(planned), paid \(paid), \(rate).")
    }

    /// The picture.
    public var svg: Node {
        let frame = PictureFrame(
            setting: setting, width: PictureFrame.pageWidth, height: 384, title: title, description: description)
        let upper = AmountAxis(
            execution.months.flatMap { [$0.planned, $0.paid] }, left: axis.left, right: axis.right, top: 66, bottom: 186
        )
        let lower = AmountAxis(
            execution.cumulative.flatMap { [$0.planned, $0.paid] }, left: axis.left, right: axis.right, top: 246,
            bottom: 346)
        return frame.svg {
            frame.hatch("picture-first picture-strong")
            label("picture-heading", "\(title) · \(rate)", at: Point(x: 8, y: 18))
            legend(frame).node(at: Point(x: 8, y: 42))
            label(
                "picture-note", setting.choose("万元", "CNY 10,000"), at: Point(x: axis.right, y: 42), .end)
            upper.node
            bars(upper, frame)
            axis.names(below: 186, withYears: false)
            label(
                "picture-heading", setting.choose("自年初累计", "Since the beginning of the year"), at: Point(x: 8, y: 232))
            lower.node
            lines(lower)
            axis.names(below: 346, withYears: false)
        }
    }

    private func legend(_ frame: PictureFrame) -> Legend {
        Legend(entries: [
            (
                { place in self.plannedBar(Point(x: place.x, y: place.y - 10), 18, 11, frame) },
                setting.choose("计划", "planned")
            ),
            (Legend.bar("picture-second picture-bar"), setting.choose("已付", "paid")),
        ])
    }

    private func plannedBar(_ corner: Point, _ width: Double, _ height: Double, _ frame: PictureFrame) -> Node {
        group {
            box(nil, at: corner, width: width, height: height, fill: frame.hatched)
            box("picture-first picture-outline", at: corner, width: width, height: height)
        }
    }

    private func bars(_ amounts: AmountAxis, _ frame: PictureFrame) -> Node {
        let width = (axis.slot - 6) / 2
        let ground = amounts.y(.zero)
        return group {
            for (index, month) in execution.months.enumerated() {
                let left = axis.middle(index) - width
                if month.planned > .zero {
                    let top = amounts.y(month.planned)
                    plannedBar(Point(x: left, y: top), width, ground - top, frame)
                }
                if month.paid > .zero {
                    let top = amounts.y(month.paid)
                    box(
                        "picture-second picture-bar", at: Point(x: left + width, y: top), width: width - 1,
                        height: ground - top)
                }
            }
        }
    }

    /// The plan of the whole year, and payments up to the present month.
    private func lines(_ amounts: AmountAxis) -> Node {
        let planned = execution.cumulative.enumerated().map {
            Point(x: axis.middle($0.offset), y: amounts.y($0.element.planned))
        }
        let paid = execution.cumulative.prefix(execution.begunMonths).enumerated().map {
            Point(x: axis.middle($0.offset), y: amounts.y($0.element.paid))
        }
        return group {
            path(
                "picture-first picture-line", stroke(through: planned), Attribute("stroke-width", "2"),
                Attribute("stroke-dasharray", "6 4"))
            if !paid.isEmpty {
                path("picture-second picture-line", stroke(through: paid), Attribute("stroke-width", "2.5"))
            }
            for point in paid { Mark.circle.node("picture-second", at: point, size: 2.5) }
        }
    }

    /// The same figures as a table, with the sums and the rate behind each month.
    public var table: Node {
        let rows = months.indices.map { index -> [FigureTable.Cell] in
            let (month, sum) = (execution.months[index], execution.cumulative[index])
            let rate = index < execution.begunMonths ? execution.rate(through: index + 1).map { "\($0)%" } : nil
            return [
                .text(months[index].description), .amount(month.planned), .amount(month.paid), .amount(sum.planned),
                .amount(sum.paid), .text(rate ?? ""),
            ]
        }
        return FigureTable(
            caption: title + setting.choose("（元）", " (CNY)"),
            columns: [
                setting.choose("月份", "Month"), setting.choose("计划", "Planned"), setting.choose("已付", "Paid"),
                setting.choose("累计计划", "Planned since January"), setting.choose("累计已付", "Paid since January"),
                setting.choose("累计执行率", "Execution rate"),
            ], rows: rows,
            total: [
                .text(setting.choose("全年", "Year")), .amount(execution.total.planned), .amount(execution.total.paid),
                .text(""), .text(""), .text(execution.rate.map { "\($0)%" } ?? ""),
            ]
        ).node
    }
}
