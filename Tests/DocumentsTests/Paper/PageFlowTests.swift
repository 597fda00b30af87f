@testable import Documents
import TestSupport
import Testing
import Values

/// Nothing is cut off: whatever the rows, each of their lines stands on a page once, in order, within its margins.
struct PageFlowTests {
    @Test func everyLineStandsOnAPageOnce() throws {
        try Press.exclusively { try Self.checkRandomPapers() }
    }

    /// In a column where it would be broken it is set smaller.
    @Test func anAmountStandsOnOneLine() throws {
        try Press.exclusively {
            let canvas = try Canvas(language: .chinese)
            let amount = "1,000,000,000.00"
            let styles = [TextStyle.amount, TextStyle(alignment: .right)]
            let heights = styles.map { style in
                MeasuredRow(Paper.Row(cells: [Paper.Cell(amount, style)]), x: 0, width: 64, measuredBy: canvas).height
            }
            #expect(heights[0] * 1.5 < heights[1])
        }
    }

    private static func checkRandomPapers() throws {
        var random = SeededGenerator(named: "pages")
        var pageCount = 0
        for _ in 0..<12 {
            let paper = paper(&random)
            let canvas = try Canvas(language: .chinese)
            let pages = paper.pages(measuredBy: canvas)
            pageCount += pages.count
            var seen: [ObjectIdentifier: [Int]] = [:]
            for page in pages {
                var y = Paper.topMargin
                for placed in page {
                    #expect(abs(placed.y - y) < 0.001)
                    y = placed.y + placed.row.height
                    for cell in placed.row.cells {
                        guard case .text(let text, let lines) = cell.content else { continue }
                        #expect(cell.height + 2 * MeasuredRow.margin <= placed.row.height + 0.001)
                        seen[ObjectIdentifier(text), default: []] += lines
                        #expect(text.lines.count > (seen[ObjectIdentifier(text)]?.max() ?? -1))
                    }
                }
                #expect(y <= Canvas.height - Paper.bottomMargin + 0.001)
            }
            try checkLines(seen, of: paper, pages)
        }
        #expect(pageCount > 24)
    }

    /// Headers come again, and whole; of all else every line stands once.
    private static func checkLines(
        _ seen: [ObjectIdentifier: [Int]], of paper: Paper, _ pages: [[PageFlow.PlacedRow]]
    ) throws {
        var texts: [ObjectIdentifier: MeasuredText] = [:]
        for case .text(let text, _) in pages.joined().flatMap(\.row.cells).map(\.content) {
            texts[ObjectIdentifier(text)] = text
        }
        let cells = paper.sections.flatMap { $0.header + $0.rows }.flatMap(\.cells)
        #expect(texts.count == cells.count)
        for (id, text) in texts {
            let lines = try #require(seen[id])
            let once = Array(text.lines.indices)
            #expect(lines.count.isMultiple(of: once.count))
            #expect(lines == Array(repeatElement(once, count: lines.count / once.count).joined()))
        }
        let all = cells.count + seen.values.reduce(0) { $0 + $1.count }
        #expect(all > cells.count)
    }

    private static func paper(_ random: inout SeededGenerator) -> Paper {
        var paper = Paper(title: "", author: "", language: .chinese, created: PaperSamples.printedAt, foot: "")
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let header = Bool.random(using: &random) ? [Paper.Row.heading("标题"), .columns(["甲", "乙"], [1, 2])] : []
            let rows = (0..<Int.random(in: 1...25, using: &random)).map { _ in row(&random) }
            paper.sections.append(Paper.Section(header: header, rows: rows))
        }
        return paper
    }

    private static func row(_ random: inout SeededGenerator) -> Paper.Row {
        let longest = Int.random(in: 0..<20, using: &random) == 0 ? 9_000 : 120
        let cells = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            let count = Int.random(in: 1...longest, using: &random)
            return Paper.Cell(
                String(repeating: "付款 abc，", count: count / 7 + 1), share: Int.random(in: 1...5, using: &random))
        }
        return Paper.Row(
            cells: cells, minimumHeight: Double(Int.random(in: 0...80, using: &random)),
            staysWithNext: Int.random(in: 0..<5, using: &random) == 0)
    }
}
