import Glibc
import TestSupport
import Testing
import Values

@testable import Documents

/// Workbooks as different programs write them.
struct WorkbookReadingTests {
    private func cells(_ rows: String, strings: String = "", styles: String = "") throws -> [String: ImportedCell] {
        let workbook = try ImportedWorkbook.read(SmallWorkbook(rows: rows, strings: strings, styles: styles).bytes)
        var cells: [String: ImportedCell] = [:]
        for row in workbook.sheets.first?.rows ?? [] {
            for (column, cell) in row.cells {
                cells[CellReference(row: row.number - 1, column: column).description] = cell
            }
        }
        return cells
    }

    @Test func cellsOfEveryType() throws {
        let read = try cells(
            """
            <row r="2"><c r="A2"><v>1797200.5</v></c><c r="B2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>内联</t></is></c>\
            <c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#DIV/0!</v></c><c r="F2"/><c r="H2" t="s"><v>1</v></c></row>\
            <row r="4"><c r="AA4" t="str"><f>A2&amp;""</f><v>文</v></c><c r="AB4"><f>SUM(A2)</f><v>3</v></c>\
            <c r="AC4"><f>NOW()</f></c><c r="AD4" t="d"><v>2026-01-31T00:00:00</v></c></row>
            """,
            strings:
                #"<si><t>单</t></si><si><r><t>富</t></r><r><rPr/><t xml:space="preserve"> 文本_x000D_</t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si>"#
        )
        #expect(read["A2"] == ImportedCell(.number("1797200.5")))
        #expect(read["B2"] == ImportedCell(.text("单")))
        #expect(read["C2"] == ImportedCell(.text("内联")))
        #expect(read["D2"] == ImportedCell(.boolean(true)))
        #expect(read["E2"] == ImportedCell(.error("#DIV/0!")))
        #expect(read["F2"] == nil)
        #expect(read["H2"] == ImportedCell(.text("富 文本\r")))
        #expect(read["AA4"]?.content == .text("文") && read["AA4"]?.isFormula == true)
        #expect(read["AB4"]?.content == .number("3") && read["AB4"]?.isFormula == true)
        #expect(read["AC4"]?.content == .uncomputed)
        #expect(read["AD4"] == ImportedCell(.text("2026-01-31")))
        #expect(read.count == 10)
    }

    /// Rows and cells without their places stand behind the ones before.
    @Test func placesMayBeLeftOut() throws {
        let read = try cells("<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>")
        #expect(read.mapValues(\.content) == ["A1": .number("1"), "B1": .number("2"), "B2": .number("3")])
    }

    @Test func stylesTellDatesAndShares() throws {
        let styles = """
            <numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>\
            <numFmt numFmtId="177" formatCode="[Red]#,##0.00\\ &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/>\
            </cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="10"/><xf numFmtId="31"/></cellXfs>
            """
        let row = (0...6).map { #"<c s="\#($0)"><v>5</v></c>"# }.joined()
        let read = try cells("<row>\(row)</row>", styles: styles)
        let formats = ["A1", "B1", "C1", "D1", "E1", "F1", "G1"].map { read[$0]?.format }
        #expect(formats == [.general, .date, .date, .general, .percent, .date, .general])
    }

    @Test func daysMayCountFrom1904() throws {
        let workbook = try ImportedWorkbook.read(
            SmallWorkbook(
                rows: "", properties: #"date1904="1""#, afterRows: #"<mergeCells><mergeCell ref="A1:B3"/></mergeCells>"#
            ).bytes)
        #expect(workbook.countsFrom1904)
        #expect(workbook.sheets[0].merged.map { "\($0.first):\($0.last)" } == ["A1:B3"])
    }

    /// LibreOffice opens our form and saves it; what people filled in is the same, and so is what it gives.
    @Test func throughLibreOffice() throws {
        let workbook = FilledForms.workbook(FilledForms.sample)
        let folder = "/tmp/tranche-office-\(getpid())"
        try #require(mkdir(folder, 0o700) == 0)
        defer { _ = system("rm -r '\(folder)'") }
        try ImportTemplate.write(
            workbook, marked: [], at: folder + "/form.xlsx", writtenAt: FilledForms.writtenAt, in: .chinese)
        let command =
            "cd '\(folder)' && mkdir out && soffice -env:UserInstallation=file://'\(folder)'/profile --headless "
            + "--convert-to xlsx --outdir out form.xlsx >log 2>&1"
        try #require(system(command) == 0)
        let converted = try FilledForms.contents(of: folder + "/out/form.xlsx")
        let back = try ImportedWorkbook.read(converted)
        #expect(try back.submissions().map(\.body) == workbook.submissions().map(\.body))
        #expect(back.sheets.count == FormSheet.allCases.count + 2)
    }
}
