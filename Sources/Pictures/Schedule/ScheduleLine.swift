import HTML
import Payables
import Values

/// The line of one installment: its name and figures, below them its days.
struct ScheduleLine {
    let entry: ScheduleEntry
    let axis: DayAxis
    let today: CalendarDay
    let setting: PictureSetting
    let hatched: String

    func node(at top: Double) -> Node {
        let y = top + 30
        let figures = figures
        let room = axis.right - axis.left - figures.width(inPixels: 12) - 12
        return group {
            line("picture-grid", from: Point(x: axis.left, y: y), to: Point(x: axis.right, y: y))
            label("picture-halo", entry.label.fitting(room, size: 12), at: Point(x: axis.left, y: top + 16))
            label(
                entry.status == .overdue ? "picture-halo picture-warning" : "picture-halo", figures,
                at: Point(x: axis.right, y: top + 16), .end)
            spans(y)
            marks(y)
        }
    }

    /// "已逾期 3 天 · 应付 71.9 扣留 2", in 万元.
    private var figures: String {
        var parts = [
            entry.statusText, setting.choose("应付 ", "payable ") + AmountAxis.text(AmountAxis.inUnits(entry.payable)),
        ]
        if entry.withheld > .zero {
            parts.append(setting.choose("扣留 ", "held back ") + AmountAxis.text(AmountAxis.inUnits(entry.withheld)))
        }
        if entry.days.isEmpty { parts.append(setting.choose("日期未定", "date unknown")) }
        return parts.joined(separator: " · ")
    }

    private func spans(_ y: Double) -> Node {
        group {
            if let started = entry.startedOn, let due = entry.dueOn {
                Self.span(from: axis.x(started), to: axis.x(due), y: y)
            }
            if let due = entry.dueOn, let end = lateUntil, end > due {
                Self.late(from: axis.x(due), to: axis.x(end), y: y)
            }
        }
    }

    /// Until when money was or is late: today for what is overdue, else the last payment.
    private var lateUntil: CalendarDay? { entry.status == .overdue ? today : entry.paidOn.last }

    private func marks(_ y: Double) -> Node {
        group {
            if let day = entry.plannedOn {
                Mark.diamond.node("picture-sixth", at: Point(x: axis.x(day), y: y), isHollow: true, size: 5)
            }
            if let day = entry.startedOn {
                Mark.circle.node("picture-first", at: Point(x: axis.x(day), y: y), isHollow: true)
            }
            if let day = entry.dueOn { Mark.triangle.node("picture-first", at: Point(x: axis.x(day), y: y)) }
            for day in entry.paidOn { Mark.circle.node("picture-third", at: Point(x: axis.x(day), y: y)) }
            if entry.withheld > .zero, let day = entry.paidOn.first ?? entry.dueOn ?? entry.plannedOn {
                Self.holdback(at: Point(x: axis.x(day) + 12, y: y), hatched)
            }
        }
    }

    static func holdback(at middle: Point, _ hatched: String) -> Node {
        let corner = Point(x: middle.x - 5, y: middle.y - 5)
        return group {
            box("picture-ground", at: corner, width: 10, height: 10)
            box(nil, at: corner, width: 10, height: 10, fill: hatched)
            box("picture-third picture-outline", at: corner, width: 10, height: 10)
        }
    }

    /// From the start of the clock to the due day.
    static func span(from left: Double, to right: Double, y: Double) -> Node {
        line(
            "picture-first picture-line", from: Point(x: left, y: y), to: Point(x: right, y: y),
            Attribute("stroke-width", "4"))
    }

    /// Behind the due day.
    static func late(from left: Double, to right: Double, y: Double) -> Node {
        line(
            "picture-alarm picture-line", from: Point(x: left, y: y), to: Point(x: right, y: y),
            Attribute("stroke-width", "3"), Attribute("stroke-dasharray", "5 3"))
    }
}
