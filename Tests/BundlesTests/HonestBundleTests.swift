import Audit
import Reperformance
import TestSupport
import Testing
import Values

@testable import Bundles

/// The complement of tampering: thousands of honest bundles, none refused.
struct HonestBundleTests {
    private static let rounds = 1_000

    /// In two halves, so that two cores work on them.
    @Test(arguments: ["honest", "more honest"])
    func honestBundlesAreFine(_ name: String) throws {
        var random = SeededGenerator(named: name)
        let (replaced, calendars) = try Self.calendars()
        var refused = 0
        var counts = (entries: 0, statements: 0, payments: 0)
        var logs: [SampleLog] = []
        for number in 0..<8 {
            let sizes = number == 0 ? 15...200 : 3...10
            let journals = SampleContracts.journals(5, ofEntries: sizes, &random, calendars: replaced)
            logs.append(try SampleLog(journals, &random))
        }
        for round in 0..<Self.rounds {
            let log = logs[Int.random(in: logs.indices, using: &random)]
            let report = try Self.verified(log, calendars, &random)
            counts.entries += report.counts.entries
            counts.statements += report.counts.statements
            counts.payments += report.counts.payments
            if !report.isFine {
                refused += 1
                Issue.record("round \(round): \(report.faults)")
            }
        }
        print("bundles: \(Self.rounds) honest ones, \(refused) refused (\(name)); computed again: \(counts)")
    }

    /// A bundle of one contract, now and then of all, with everything that varies.
    private static func verified(
        _ log: SampleLog, _ calendars: [CalendarVersion], _ random: inout SeededGenerator
    ) throws -> VerificationReport {
        var bundle = try SampleBundle(log)
        bundle.calendars = calendars
        let isWhole = Int.random(in: 0..<20, using: &random) == 0
        if !isWhole {
            bundle.contracts = [Int.random(in: bundle.contracts.indices, using: &random)]
            bundle.scope = .contracts
        }
        if Bool.random(using: &random) {
            bundle.note = try log.note(isWitnessed: true)
            bundle.keys.append(SampleLog.witness.verifier)
        }
        let sizes = Set((0..<3).map { _ in Int.random(in: 0...log.frontier.size, using: &random) })
        bundle.earlier = try sizes.sorted().map { try log.note($0) }
        let names = bundle.contracts.contains { !log.journals[$0].namedDocuments.isEmpty }
        if names, Bool.random(using: &random) {
            bundle.documents = [SampleContracts.document]
        } else if names {
            bundle.missing = [ContentHash(of: SampleContracts.document)]
        }
        let isKeyKnown = Bool.random(using: &random)
        return try verify(
            bundle.bytes(), keys: isKeyKnown ? [SampleLog.key.verifier] : [], checkpoints: bundle.earlier,
            isWhole: isWhole)
    }

    /// The built-in calendar, and one with more holidays from a moment on.
    static func calendars() throws -> ([(from: Instant, table: HolidayTable)], [CalendarVersion]) {
        let csv = HolidayTable.builtInCSV + Array("2027-01-01,holiday\n2027-01-04,holiday\n".utf8)
        let moment = try #require(Instant("2022-06-01T10:00:00+08:00"))
        let second = try CalendarVersion(number: 1, recordedAt: moment, recordedBy: "管理员", csv: csv)
        return ([(moment, second.table)], SampleBundle.builtIn + [second])
    }
}
