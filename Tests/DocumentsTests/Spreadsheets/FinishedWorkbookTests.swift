import CArchive
import Testing

@testable import Documents

/// A workbook whose parts break off is told from a whole one.
struct FinishedWorkbookTests {
    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    private func check(_ part: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.zip"
        let archive = try #require(archive_write_new())
        archive_write_set_format_zip(archive)
        #expect(archive_write_open_filename(archive, path) == ARCHIVE_OK)
        for text in [Self.declaration + "<Types></Types>\n", part] {
            let entry = archive_entry_new()
            archive_entry_set_pathname(entry, "xl/worksheets/sheet1.xml")
            archive_entry_set_filetype(entry, 0o100000)
            archive_entry_set_size(entry, Int64(text.utf8.count))
            archive_write_header(archive, entry)
            archive_write_data(archive, text, text.utf8.count)
            archive_entry_free(entry)
        }
        archive_write_close(archive)
        archive_write_free(archive)
        try FinishedWorkbook.check(at: path)
    }

    @Test(arguments: [
        "<worksheet xmlns=\"x\"></worksheet>", "<a:theme></a:theme>",
        "<worksheet>" + String(repeating: "<row/>", count: 100_000) + "</worksheet>",
    ])
    func aWholePartPasses(_ part: String) throws {
        try check(Self.declaration + part)
    }

    @Test(arguments: [
        "", "<worksheet><sheetData></sheetData>", "<worksheet></worksheet", "<worksheet",
        "<worksheet>" + String(repeating: "<row/>", count: 100_000),
    ])
    func aPartThatBreaksOffIsFound(_ part: String) {
        #expect(throws: SpreadsheetError.unwritable) { try check(Self.declaration + part) }
        #expect(throws: SpreadsheetError.unwritable) { try check("") }
    }

    @Test func whatIsNoArchiveIsFound() {
        #expect(throws: SpreadsheetError.unwritable) { try FinishedWorkbook.check(at: "/dev/null") }
        #expect(throws: SpreadsheetError.unwritable) { try FinishedWorkbook.check(at: "/nonexistent") }
    }
}
