internal import HTML
internal import Payables
internal import Reports
internal import Serving
internal import Storage
internal import Values

/// Installments of several contracts as a table.
struct PositionTable {
    let positions: [ListedPosition]
    let caption: String
    let today: CalendarDay
    /// Which day stands there.
    var day = Day.due
    let words: Words

    enum Day {
        case due
        /// The day before which an installment cannot be due.
        case expected
    }

    var node: Node {
        dataTable(caption: caption) {
            headRow(
                (words.installment, false), (words.contract, false), (words.supplier, false), (words.outstanding, true),
                (day == .due ? words.dueDay : words.earliestDay, false), (words.statusHead, false))
            element("tbody") {
                for position in positions { row(position) }
            }
        }
    }

    private func row(_ position: ListedPosition) -> Node {
        element("tr") {
            element("th", .scope("row")) { position.label }
            element("td") {
                element("a", .href("/contracts/" + percentEncoded(position.contract))) { position.title }
            }
            element("td") { position.supplier }
            element("td", .class("sum")) { words.money(position.outstanding) }
            element("td") { days(position) }
            element("td") {
                element("span", .class("status " + position.status)) { words.name(ofStatus: position.status) }
                if !position.blockedBy.isEmpty {
                    element("small", .class("soft")) { " " + words.missing(position.blockedBy) }
                }
            }
        }
    }

    private func days(_ position: ListedPosition) -> Node {
        let shown = day == .due ? position.dueOn : position.expectedOn
        return group {
            words.day(shown)
            if day == .due, let shown {
                element("small", .class(shown < today ? "late" : "soft")) {
                    " " + words.distance(to: shown, from: today)
                }
            }
        }
    }
}
