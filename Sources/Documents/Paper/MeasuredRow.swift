/// A row of a paper, or a piece of one, with its text broken into lines.
struct MeasuredRow {
    private(set) var cells: [Cell]
    let hasBorder: Bool
    let staysWithNext: Bool
    private let minimumHeight: Double
    let height: Double

    struct Cell {
        let x, width: Double
        let content: Content
        let isShaded, isAtTop: Bool

        enum Content {
            case text(MeasuredText, lines: Range<Int>)
            case code(QRCode)
            case nothing
        }

        /// Without what is left free around it.
        var height: Double {
            switch content {
            case .text(let text, let lines): text.height(of: lines)
            case .code: width - 2 * MeasuredRow.sideMargin
            case .nothing: 0
            }
        }
    }

    /// Points left free beside, above and below what stands in a cell.
    static let sideMargin = 4.0
    static let margin = 2.5
    /// Points; what does not stand on one line in this size is broken after all.
    private static let leastSize = 6.0

    init(_ row: Paper.Row, x: Double, width: Double, measuredBy canvas: Canvas) {
        let shares = row.cells.reduce(0) { $0 + $1.share }
        let unit = width / Double(max(1, shares))
        var left = 0
        let cells = row.cells.map { cell in
            defer { left += cell.share }
            let cellWidth = unit * Double(cell.share)
            return Cell(
                x: x + unit * Double(left), width: cellWidth,
                content: Self.measure(cell, width: cellWidth - 2 * Self.sideMargin, by: canvas),
                isShaded: cell.isShaded, isAtTop: cell.isAtTop)
        }
        self.init(
            cells: cells, hasBorder: row.hasBorder, staysWithNext: row.staysWithNext, minimumHeight: row.minimumHeight)
    }

    private init(cells: [Cell], hasBorder: Bool, staysWithNext: Bool, minimumHeight: Double) {
        self.cells = cells
        self.hasBorder = hasBorder
        self.staysWithNext = staysWithNext
        self.minimumHeight = minimumHeight
        let highest = cells.map(\.height).max() ?? 0
        height = max(minimumHeight, highest + 2 * Self.margin)
    }

    private static func measure(_ cell: Paper.Cell, width: Double, by canvas: Canvas) -> Cell.Content {
        switch cell.content {
        case .lines(let lines):
            let text = lines.map(\.printable).joined(separator: "\n")
            guard !text.isEmpty else { return .nothing }
            var measured = canvas.measure(text, cell.style, width: width)
            var style = cell.style
            while style.isWhole, measured.lines.count > 1, style.size > leastSize {
                style.size -= 0.5
                measured = canvas.measure(text, style, width: width)
            }
            return .text(measured, lines: measured.lines.indices)
        case .code(let text): return QRCode(text).map { .code($0) } ?? .nothing
        }
    }

    /// What fits into a height, and the rest; nil where not even one line of each cell does.
    func split(at limit: Double) -> (fitting: MeasuredRow, rest: MeasuredRow)? {
        var (fitting, rest) = (cells, cells)
        for (position, cell) in cells.enumerated() {
            guard case .text(let text, let lines) = cell.content else {
                guard cell.height + 2 * Self.margin <= limit else { return nil }
                rest[position] = cell.with(.nothing)
                continue
            }
            let count = lines.prefix { text.height(of: lines.lowerBound..<$0 + 1) + 2 * Self.margin <= limit }.count
            guard count > 0 || lines.isEmpty else { return nil }
            let cut = lines.lowerBound + count
            fitting[position] = cell.with(.text(text, lines: lines.lowerBound..<cut))
            rest[position] = cell.with(.text(text, lines: cut..<lines.upperBound))
        }
        let isDone = rest.allSatisfy { $0.height == 0 }
        guard !isDone else { return nil }
        return (
            MeasuredRow(cells: fitting, hasBorder: hasBorder, staysWithNext: false, minimumHeight: 0),
            MeasuredRow(cells: rest, hasBorder: hasBorder, staysWithNext: staysWithNext, minimumHeight: 0)
        )
    }
}

extension MeasuredRow.Cell {
    fileprivate func with(_ content: Content) -> Self {
        Self(x: x, width: width, content: content, isShaded: isShaded, isAtTop: true)
    }
}
