import TestSupport
import Tables
import Testing
import Values

/// Comma-separated values as a contract officer opens them, and as any reader takes them apart.
struct CSVTests {
    private static let chinese = [
        "合同编号,凭证号,付款金额,比例,得分,付款日期,记录时间,笔数,来源,说明",
        "MS-2020-TFSMY,20221234567890123456,718880.00,20%,94.995,2022-02-10,2022-02-10T09:30:00.250000+08:00,1,导入,\"首年,尾款\"",
        "'=cmd|' /C calc'!A0,'＝1,-0.01,1.5%,0,,,2,,\"他说\"\"好\"\"\"",
        ",,,,,,,,,",
    ]

    @Test func readsLikeThis() {
        let csv = String(decoding: Sample.table.csv(in: .chinese), as: UTF8.self)
        #expect(csv == "\u{FEFF}" + Self.chinese.map { $0 + "\r\n" }.joined())
        let english = String(decoding: Sample.table.csv(in: .english), as: UTF8.self)
        #expect(
            english.hasPrefix(
                "\u{FEFF}contract,voucher,amount,share,score,paid on,recorded at,payments,origin,note\r\n"))
        #expect(english.contains(",imported,"))
    }

    /// Hand-made tables may have rows of another length than the header.
    @Test func everyRowHasTheWidthOfTheHeader() {
        var output = CSVOutput(header: ["a", "b"], in: .english)
        output.append([.count(1)])
        output.append([.count(1), .count(2), .count(3)])
        #expect(String(decoding: output.takeBytes(), as: UTF8.self) == "\u{FEFF}a,b\r\n1,\r\n1,2\r\n")
        output.append([.nothing, .text("x")])
        #expect(String(decoding: output.takeBytes(), as: UTF8.self) == ",x\r\n")
        #expect(output.takeBytes().isEmpty)
    }

    @Test(arguments: ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠", "\r\n", "=\u{301}"])
    func formulasAreDefused(_ start: String) {
        var output = CSVOutput(header: [start + "1"], in: .chinese)
        output.append([.text(start + "1")])
        let lines = parse(output.takeBytes())
        #expect(lines == [["'" + start + "1"], ["'" + start + "1"]])
    }

    /// Whatever stands in the cells, a reader that knows RFC 4180 only gets the same cells back.
    @Test func anyTableComesBack() {
        var random = SeededGenerator(named: "csv")
        for round in 0..<400 {
            let table = RandomTable.make(&random)
            let expected =
                [table.head.columns.map { defused($0.heading.english) }]
                + table.rows.map { row in row.map { expectedText($0) } }
            #expect(same(parse(table.csv(in: .english)), expected), "round \(round)")
        }
    }

    private func expectedText(_ cell: Cell) -> String {
        switch cell {
        case .text, .word, .phrase: defused(cell.text(in: .english))
        default: cell.text(in: .english)
        }
    }

    private func defused(_ text: String) -> String {
        let first = text.unicodeScalars.first?.value ?? 0x41
        return [0, 9, 10, 13, 0x2B, 0x2D, 0x3D, 0x40, 0xFF0B, 0xFF0D, 0xFF1D, 0xFF20].contains(first)
            ? "'" + text : text
    }

    /// Byte by byte: `==` takes texts as equal that are written with other bytes.
    private func same(_ left: [[String]], _ right: [[String]]) -> Bool {
        left.map { $0.map { Array($0.utf8) } } == right.map { $0.map { Array($0.utf8) } }
    }
}

/// RFC 4180, section 2, read as it is written.
func parse(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 3  // behind the byte order mark
    while index < bytes.count {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\"") where isQuoted && index < bytes.count && bytes[index] == byte:
            cell.append(byte)
            index += 1
        case UInt8(ascii: "\""): isQuoted.toggle()
        case UInt8(ascii: ",") where !isQuoted:
            row.append(String(decoding: cell, as: UTF8.self))
            cell = []
        case UInt8(ascii: "\r") where !isQuoted:
            index += 1
            rows.append(row + [String(decoding: cell, as: UTF8.self)])
            (row, cell) = ([], [])
        default: cell.append(byte)
        }
    }
    return rows
}
