import HTML
import Values

/// The level axis of days, with a line at the beginning of each month, quarter or year, as there is room.
struct DayAxis {
    let first: CalendarDay
    let last: CalendarDay
    let left: Double
    let right: Double

    /// From before the first to behind the last of the days.
    init?(_ days: [CalendarDay], left: Double, right: Double) {
        guard let first = days.min(), let last = days.max() else { return nil }
        let room = max(15, last.days(since: first) / 24)
        self.first = (try? first.adding(days: -room)) ?? first
        self.last = (try? last.adding(days: room)) ?? last
        (self.left, self.right) = (left, right)
    }

    func x(_ day: CalendarDay) -> Double {
        left + (right - left) * Double(day.days(since: first)) / Double(max(1, last.days(since: first)))
    }

    /// Months between the lines: 1, 3, 12 or more years.
    private var step: Int {
        let months = max(1, last.days(since: first) / 30)
        return [1, 3, 6, 12, 24, 60, 120].first { months / $0 <= 7 } ?? 240
    }

    /// The first days of the months that have a line.
    var ticks: [CalendarDay] {
        let start = CalendarMonth(of: first)
        let count = CalendarMonth(of: last).months(since: start) + 1
        return start.following(count).filter { (($0.year - 1) * 12 + $0.month - 1).isMultiple(of: step) }.compactMap {
            CalendarDay(year: $0.year, month: $0.month, day: 1)
        }.filter { $0 >= first }
    }

    /// The lines from `top` to `bottom`, with the months written above.
    func node(top: Double, bottom: Double) -> Node {
        group {
            for day in ticks {
                line("picture-grid", from: Point(x: x(day), y: top), to: Point(x: x(day), y: bottom))
                label(
                    "picture-tick", step >= 12 ? String(day.year) : CalendarMonth(of: day).description,
                    at: Point(x: x(day), y: top - 6), .middle)
            }
        }
    }
}
