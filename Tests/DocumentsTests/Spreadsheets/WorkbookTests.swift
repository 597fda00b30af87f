import Documents
import Foundation
import ReportSupport
import Tables
import TestSupport
import Testing
import Values

/// Workbooks as files: what readers see in them is checked by Tests/Service/reports.sh.
struct WorkbookTests {
    private static let moment = Instant(microseconds: 1_700_000_000_000_000)

    private func write(_ tables: [Table], to path: String, at moment: Instant = moment) throws {
        var workbook = try Workbook(at: path, title: "报表", author: "Tranche", writtenAt: moment, in: .chinese)
        for table in tables { try workbook.add(table) }
        try workbook.close()
    }

    /// Whatever the hour and wherever: only what goes in decides.
    @Test func theSameTablesGiveTheSameBytes() throws {
        let folder = try TemporaryFolder()
        let tables = [HostileTable.table, HostileTable.table]
        try write(tables, to: folder.path + "/a.xlsx")
        try write(tables, to: folder.path + "/b.xlsx")
        try write(tables, to: folder.path + "/c.xlsx", at: Instant(microseconds: 0))
        let contents = ["a", "b", "c"].map { FileManager.default.contents(atPath: "\(folder.path)/\($0).xlsx") }
        let first = try #require(contents[0])
        #expect(first.starts(with: Array("PK".utf8)))
        #expect(contents[1] == first)
        #expect(contents[2] != first, "the moment stands in it")
        #expect(folder.names.sorted() == ["a.xlsx", "b.xlsx", "c.xlsx"], "no temporary file is left")
    }

    @Test func aPathThatCannotBeWrittenIsToldAtOnce() throws {
        let folder = try TemporaryFolder()
        #expect(throws: SpreadsheetError.uncreatable) { try write([], to: folder.path + "/missing/a.xlsx") }
        #expect(throws: SpreadsheetError.uncreatable) { try write([], to: folder.path) }
    }

    /// A device that is always full takes the file and none of its bytes.
    @Test func aFullDiskIsAnError() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let folder = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a.xlsx", withDestinationPath: "/dev/full")
        #expect(throws: SpreadsheetError.unwritable) { try write([HostileTable.table], to: folder.path + "/a.xlsx") }
    }

    @Test func aTotalThatDoesNotFitIsAnError() throws {
        let folder = try TemporaryFolder()
        var table = HostileTable.table
        table.rows = Array(repeating: [.nothing, .nothing, .money(Money(fen: .max))], count: 2)
        #expect(throws: SpreadsheetError.overflow) { try write([table], to: folder.path + "/a.xlsx") }
    }

    @Test func rowsNeedASheet() throws {
        let folder = try TemporaryFolder()
        var workbook = try Workbook(
            at: folder.path + "/a.xlsx", title: "", author: "", writtenAt: Self.moment, in: .english)
        #expect(throws: SpreadsheetError.refused) { try workbook.append([]) }
    }

    /// Left without being closed, a workbook gives back what it holds.
    @Test func anAbandonedWorkbookLeavesNothingOpen() throws {
        let folder = try TemporaryFolder()
        func openFiles() -> Int {
            let files = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
            return files.count {
                let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
                return target?.hasPrefix(folder.path) == true
            }
        }
        for _ in 0..<10 {
            var workbook = try Workbook(
                at: folder.path + "/a.xlsx", title: "", author: "", writtenAt: Self.moment, in: .english)
            try workbook.add(HostileTable.table)
            try workbook.add(HostileTable.table)
            #expect(openFiles() == 2)
        }
        #expect(openFiles() == 0)
    }

    @Test func errorsHaveSentencesInBothLanguages() {
        for error in SpreadsheetError.allCases {
            #expect(error.message(in: .chinese) != error.message(in: .english))
            #expect(error.message(in: .english).hasSuffix("[\(error.rawValue)]"))
        }
    }
}
