public import Values

/// The sums below the totalled columns of a table whose rows come one at a time.
public struct TableTotals: Equatable, Sendable {
    /// One for each column; nothing below one that is not totalled.
    public private(set) var cells: [Cell]

    /// Starts at 0.
    public init(_ columns: [TableColumn]) {
        cells = columns.map { column in
            switch column.kind {
            case .money where column.isTotalled: .money(.zero)
            case .count where column.isTotalled: .count(0)
            default: .nothing
            }
        }
    }

    /// Takes a row in; cells of another kind than their column's count nothing. Throws where a sum does not fit.
    public mutating func add(_ row: [Cell]) throws(Overflow) {
        for (position, cell) in row.prefix(cells.count).enumerated() {
            switch (cells[position], cell) {
            case (.money(let sum), .money(let part)): cells[position] = .money(try sum + part)
            case (.count(let sum), .count(let part)):
                let (total, overflow) = sum.addingReportingOverflow(part)
                if overflow { throw Overflow() }
                cells[position] = .count(total)
            default: break
            }
        }
    }

    /// Whether any column is totalled.
    public var isEmpty: Bool { cells.allSatisfy { $0 == .nothing } }
}
