import Documents
import Foundation
import Tables
import TestSupport
import Testing
import Values

struct WorkbookTests {
    @Test func x() throws {
        let path = "/tmp/x-tables.xlsx"
        var book = try Workbook(at: path, title: "示例", author: "Tranche", writtenAt: Instant(microseconds: 1_700_000_000_000_000), in: .chinese)
        try book.beginSheet(TableHead(code: "a", title: Wording("付款历史", "Payments"), notes: [TableNote("asOf", Wording("截至", "As of"), .day(.last))], columns: [TableColumn("a", Wording("合同", "c"), .identifier), TableColumn("b", Wording("金额", "c"), .money, isTotalled: true), TableColumn("d", Wording("说明", "c"), .text)]))
        for text in ["=1+1", "_x0041_", "a\u{7}b\r\nc", "20221234567890123456", "<&>\"", "👩‍💻 𠮷", String(repeating: "长", count: 40000), " lead", "@x"] {
            try book.append([.text(text), .money(Money(fen: 71_888_010)), .text(text)])
        }
        try book.append([.text("大"), .money(Money(fen: 999_999_999_999_999)), .text("")])
        try book.close()
        #expect(FileManager.default.contents(atPath: path) != nil)
    }
}
