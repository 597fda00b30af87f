internal import Values

extension Paper {
    /// The paper on A4 as a PDF with the letters that it uses. Throws where the font is missing, or memory.
    func pdf() throws(PaperError) -> [UInt8] {
        try Press.exclusively { () throws(PaperError) in try printed() }
    }

    private func printed() throws(PaperError) -> [UInt8] {
        let canvas = try Canvas(language: language)
        canvas.describe(title: title.printable, author: author.printable, created: created.toTheSecond)
        let pages = pages(measuredBy: canvas)
        for (position, page) in pages.enumerated() {
            for placed in page { draw(placed, on: canvas) }
            drawFoot(number: position + 1, of: pages.count, on: canvas)
            canvas.finishPage()
        }
        return try canvas.finish()
    }

    /// The rows on their pages.
    func pages(measuredBy canvas: Canvas) -> [[PageFlow.PlacedRow]] {
        var flow = PageFlow(top: Self.topMargin, bottom: Canvas.height - Self.bottomMargin)
        for section in sections {
            flow.place(
                section.rows.map { measure($0, by: canvas) }, under: section.header.map { measure($0, by: canvas) })
        }
        return flow.pages
    }

    private static func points(millimetres: Int) -> Double { Double(millimetres) / 25.4 * 72 }

    /// The left margin is that of GB/T 9704-2012, wide enough to be punched and bound (装订).
    private static let leftMargin = points(millimetres: 28)
    private static let rightMargin = points(millimetres: 18)
    static let topMargin = points(millimetres: 18)
    static let bottomMargin = points(millimetres: 20)
    private static let contentWidth = Canvas.width - leftMargin - rightMargin

    private func measure(_ row: Row, by canvas: Canvas) -> MeasuredRow {
        MeasuredRow(row, x: Self.leftMargin, width: Self.contentWidth, measuredBy: canvas)
    }

    private func draw(_ placed: PageFlow.PlacedRow, on canvas: Canvas) {
        let row = placed.row
        for cell in row.cells where cell.isShaded {
            canvas.shadeRectangle(x: cell.x, y: placed.y, width: cell.width, height: row.height)
        }
        for cell in row.cells {
            if row.hasBorder { canvas.strokeRectangle(x: cell.x, y: placed.y, width: cell.width, height: row.height) }
            let free = row.height - cell.height
            let (x, y) = (cell.x + MeasuredRow.sideMargin, placed.y + (cell.isAtTop ? MeasuredRow.margin : free / 2))
            switch cell.content {
            case .text(let text, let lines): canvas.draw(text, lines: lines, atX: x, y: y)
            case .code(let code): canvas.draw(code, atX: x, y: y, side: cell.height)
            case .nothing: continue
            }
        }
    }

    private func drawFoot(number: Int, of count: Int, on canvas: Canvas) {
        let pageText = language == .chinese ? "第 \(number) 页 共 \(count) 页" : "Page \(number) of \(count)"
        let cells = [
            Cell(foot, .small, share: 4), Cell(pageText, TextStyle(size: 7.5, alignment: .right), share: 1),
        ]
        let row = measure(Row(cells: cells, hasBorder: false), by: canvas)
        draw(PageFlow.PlacedRow(y: Canvas.height - Self.bottomMargin + 8, row: row), on: canvas)
    }
}
