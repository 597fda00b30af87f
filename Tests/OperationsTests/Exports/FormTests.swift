import Storage
import Testing
import Values

@testable import Documents
@testable import Operations

/// A filled-in workbook is recorded row by row, once; what the service refuses comes back at its cell.
@Suite struct FormTests {
    /// Invoices by number and amount, as the form holds them.
    private static func form(_ invoices: [(number: String, amount: String)]) throws -> [UInt8] {
        let fields = FormSheet.invoices.fields
        var rows = [ImportedRow(number: 1, cells: [:])]
        for (column, field) in fields.enumerated() {
            rows[0].cells[column] = ImportedCell(.text(field.heading.text(in: .chinese)))
        }
        for (index, invoice) in invoices.enumerated() {
            let values = [
                "contract": "A-1", "installment": "first", "number": invoice.number, "amount": invoice.amount,
                "on": "2024-02-01",
            ]
            var row = ImportedRow(number: index + 2, cells: [:])
            for (column, field) in fields.enumerated() {
                if let value = values[field.key] { row.cells[column] = ImportedCell(.text(value)) }
            }
            rows.append(row)
        }
        let sheet = ImportedSheet(name: FormSheet.invoices.title.text(in: .chinese), rows: rows)
        let file = try TemporaryFile(in: "/tmp")
        try ImportTemplate.write(
            ImportedWorkbook(sheets: [sheet]), marked: [], at: file.path, writtenAt: Instant(microseconds: 0),
            in: .chinese)
        return try #require(DurableFile.read(file.path, atMost: 1 << 24))
    }

    private static func counts(_ outcome: WorkbookImport) -> [Int]? {
        if case .recorded(let contracts, let facts) = outcome { [contracts, facts] } else { nil }
    }

    @Test func aFormIsRecordedOnce() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier(facts: [SmallContract.signed])])
            let officer = try await test.person("wang", [.officer])
            let form = try Self.form([("N-1", "300"), ("N-2", "100.00")])
            for _ in 0..<2 {
                let outcome = try await test.workspace.importWorkbook(form, in: .chinese, by: officer)
                #expect(Self.counts(outcome) == [0, 2])
            }
            #expect(try await test.number("SELECT count(*) FROM invoice") == 2)
            #expect(try await test.workspace.verifyJournal(of: "A-1").entries == 4)
        }
    }

    /// The invoice number is taken by another contract of the supplier: only the database knows.
    @Test func whatTheServiceRefusesComesBackAtItsCell() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([
                SmallContract.dossier(facts: [SmallContract.signed]),
                SmallContract.dossier("A-2", facts: [SmallContract.signed, SmallContract.invoice("i", "TAKEN")]),
            ])
            let officer = try await test.person("wang", [.officer])
            let form = try Self.form([("N-1", "100"), ("TAKEN", "100")])
            let outcome = try await test.workspace.importWorkbook(form, in: .chinese, by: officer)
            guard case .problems(let problems, let marked) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(problems.count == 1 && problems[0].cell.row == 2, "\(problems)")
            // The mended copy records what was left, and nothing twice.
            let again = try ImportedWorkbook.read(marked)
            #expect(!again.sheets.isEmpty)
            let mended = try Self.form([("N-1", "100"), ("N-2", "100")])
            #expect(
                Self.counts(try await test.workspace.importWorkbook(mended, in: .chinese, by: officer)) == [0, 2])
            #expect(try await test.number("SELECT count(*) FROM invoice WHERE contract = 'A-1'") == 2)
        }
    }

    @Test func onlyWhoMayRecordRecords() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier(facts: [SmallContract.signed])])
            let auditor = try await test.person("audit", [.auditor])
            let form = try Self.form([("N-1", "100")])
            await #expect(throws: OperationError.forbidden(.recordInvoices)) {
                try await test.workspace.importWorkbook(form, in: .chinese, by: auditor)
            }
            await #expect(throws: OperationError.workbook(.notAWorkbook)) {
                try await test.workspace.importWorkbook(Array("no workbook".utf8), in: .chinese, by: auditor)
            }
        }
    }
}
