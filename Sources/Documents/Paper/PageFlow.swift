/// Places rows on pages, from the top down.
struct PageFlow {
    /// Where rows begin and end on a page.
    let top, bottom: Double
    private(set) var pages: [[PlacedRow]] = [[]]
    private var y: Double

    struct PlacedRow {
        let y: Double
        let row: MeasuredRow
    }

    init(top: Double, bottom: Double) {
        self.top = top
        self.bottom = bottom
        y = top
    }

    /// The header stands above the rows, and again on every page that they go on on. Rows that stay together move to
    /// the next page together, where a page has room for them.
    mutating func place(_ rows: [MeasuredRow], under header: [MeasuredRow]) {
        var rows = rows[...]
        var isBegun = false
        while !rows.isEmpty {
            let end = rows.firstIndex { !$0.staysWithNext } ?? rows.endIndex - 1
            let group = rows[...end]
            rows = rows[(end + 1)...]
            let wanted = Self.height(of: group)
            let isHigh = top + Self.height(of: header) + wanted > bottom
            let lead = isBegun ? 0 : Self.height(of: header)
            if y > top, y + lead + (isHigh ? Self.leastStart : wanted) > bottom {
                breakPage(header)
            } else if !isBegun {
                put(header)
            }
            isBegun = true
            for row in group { place(row, header) }
        }
    }

    /// Points that what goes on on the next page has at least on the first.
    private static let leastStart = 60.0

    private static func height(of rows: some Sequence<MeasuredRow>) -> Double { rows.reduce(0) { $0 + $1.height } }

    private mutating func breakPage(_ header: [MeasuredRow]) {
        pages.append([])
        y = top
        put(header)
    }

    private mutating func put(_ rows: [MeasuredRow]) {
        for row in rows {
            pages[pages.count - 1].append(PlacedRow(y: y, row: row))
            y += row.height
        }
    }

    /// A row that fits on no page goes on on the next.
    private mutating func place(_ row: MeasuredRow, _ header: [MeasuredRow]) {
        var rest = row
        let fresh = bottom - top - Self.height(of: header)
        while y + rest.height > bottom {
            if rest.height > fresh, let (fitting, remaining) = rest.split(at: bottom - y) {
                put([fitting])
                rest = remaining
            } else if y == bottom - fresh {
                break
            }
            breakPage(header)
        }
        put([rest])
    }
}
