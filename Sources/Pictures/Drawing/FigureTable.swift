import HTML
import Values

/// The figures of a picture as a table, for whoever reads rather than looks.
struct FigureTable {
    let caption: String
    let columns: [String]
    /// The first cell of a row is its head.
    let rows: [[Cell]]
    /// A last row of sums.
    var total: [Cell]?

    /// What stands in a cell.
    enum Cell {
        case text(String)
        case amount(Money?)
        case day(CalendarDay?)

        fileprivate var text: String {
            switch self {
            case .text(let text): text
            case .amount(let amount): amount?.grouped ?? ""
            case .day(let day): day?.description ?? ""
            }
        }

        fileprivate var names: String? { if case .amount = self { "amount" } else { nil } }
    }

    var node: Node {
        element("table", .class("picture-figures")) {
            element("caption") { caption }
            element("thead") { element("tr") { columns.map { column in element("th", .scope("col")) { column } } } }
            element("tbody") { rows.map(row) }
            if let total { element("tfoot") { row(total) } }
        }
    }

    private func row(_ cells: [Cell]) -> Node {
        element("tr") {
            for (index, cell) in cells.enumerated() {
                if index == 0 {
                    element("th", .scope("row")) { cell.text }
                } else {
                    element("td", cell.names.map { .class($0) }) { cell.text }
                }
            }
        }
    }
}
