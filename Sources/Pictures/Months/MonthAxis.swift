import HTML
import Values

/// The level axis of months: a slot for each, with the year under the first month and each January.
struct MonthAxis {
    let months: [CalendarMonth]
    let left: Double
    let right: Double
    let language: Language

    var slot: Double { (right - left) / Double(max(1, months.count)) }

    /// The middle of a month's slot.
    func middle(_ index: Int) -> Double { left + slot * (Double(index) + 0.5) }

    /// The names below the line at `y`.
    func names(below y: Double, withYears: Bool) -> Node {
        group {
            for (index, month) in months.enumerated() {
                label(
                    "picture-tick", month.name(in: language), at: Point(x: middle(index), y: y + 16), .middle)
                if withYears, index == 0 || month.month == 1 {
                    label("picture-note", String(month.year), at: Point(x: middle(index), y: y + 31), .middle)
                }
            }
        }
    }
}
