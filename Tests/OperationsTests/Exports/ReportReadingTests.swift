import Storage
import Tables
import Testing
import Values

@testable import Operations

@Suite struct ReportReadingTests {
    /// A page shows the first rows and says whether there are more; a large report is not read to its end.
    @Test func aPageShowsTheFirstRows() async throws {
        try await LogOffice.lend(contracts: 3) { office in
            let report = try await office.workspace.report(ReportOrder(.ledger))
            let (all, isWhole) = try await report.rows(atMost: 6)
            #expect(all.count == 6 && isWhole && all[0].count == report.head.columns.count)
            let (some, isCut) = try await report.rows(atMost: 5)
            #expect(some == Array(all.prefix(5)) && !isCut)
        }
    }
}
