import Documents
import Foundation
import ReportSupport
import Reports
import Tables
import Testing
import Values

/// The reports as files, for tools that we did not write (Tests/Service/reports.sh): written to the folder that
/// TRANCHE_SAMPLE_REPORTS names, where it names one.
struct SampleFileTests {
    private static let notes: [TableNote] = [
        .asOf(Samples.asOf), .knownAt(Instant(microseconds: 1_795_240_000_000_000)),
        .scope(Wording("眉山市政务服务管理局，全部合同", "Meishan bureau, all contracts")),
        .checkpoint(size: 12_345, root: "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="),
    ]

    private static func tables() throws -> [Table] {
        let statements = [Samples.vetoed, Samples.returned, Samples.statement(of: "random 72")]
        return [
            LedgerRow.form.table(of: statements.flatMap(LedgerRow.rows), notes: notes),
            DeductionRow.form.table(of: statements.flatMap(DeductionRow.rows), notes: notes + [DeductionRow.note]),
            PaymentRow.form.table(of: try Samples.payments(of: Samples.returned), notes: notes),
            PositionRow.form(asOf: Samples.asOf).table(of: Samples.positions, notes: notes), HostileTable.table,
            LongTable.table,
            Table(
                TableHead(code: "empty", title: Wording("没有记录", "Nothing"), columns: HostileTable.table.head.columns)),
        ]
    }

    @Test(arguments: Language.allCases)
    func areWritten(_ language: Language) throws {
        let folder = try TemporaryFolder()
        let target = ProcessInfo.processInfo.environment["TRANCHE_SAMPLE_REPORTS"] ?? folder.path
        let path = "\(target)/reports.\(language.rawValue).xlsx"
        var workbook = try Workbook(
            at: path, title: "Tranche", author: "Tranche", writtenAt: Instant(microseconds: 1_795_240_000_000_000),
            in: language)
        for table in try Self.tables() {
            try workbook.add(table)
            let name = "\(target)/\(table.head.code).\(language.rawValue)"
            try Data(table.csv(in: language)).write(to: URL(fileURLWithPath: name + ".csv"))
            try Data(table.json(in: language)).write(to: URL(fileURLWithPath: name + ".json"))
        }
        try workbook.close()
        #expect(FileManager.default.contents(atPath: path)?.starts(with: Array("PK".utf8)) == true)
    }
}
