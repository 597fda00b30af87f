import Audit
import Examination
import Requests
import Storage
import Testing
import Values

@testable import Operations

/// Reports tell what the statements tell, of the contracts that one may see, and leave a trace.
@Suite struct ReportTests {
    private static func text(
        _ office: LogOffice, _ order: ReportOrder, as format: ReportFormat = .csv, by caller: Caller = .console
    ) async throws -> String {
        var bytes: [UInt8] = []
        try await office.workspace.report(order, by: caller).write(as: format, in: .chinese) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Every report in every form, over more contracts than one page holds.
    @Test func everyReportComesInEveryForm() async throws {
        try await LogOffice.lend(contracts: ContractPages.size + 3) { office in
            let paid = Array(SmallContract.paid(nil, "400.00", voucher: "V1").utf8)
            _ = try await office.workspace.recordFact(paid, of: "A-1")
            for kind in ReportKind.allCases {
                var order = ReportOrder(kind, of: kind.isOfOneContract ? .contracts(["A-1"]) : .all)
                (order.from, order.seed, order.hits) = (CalendarDay("2024-01-01"), "s", 1)
                let csv = try await Self.text(office, order)
                #expect(csv.hasPrefix("\u{FEFF}") && csv.contains("\r\n"), "\(kind)")
                let json = try await Self.text(office, order, as: .json)
                #expect(json.hasPrefix("{") && json.contains("\"rows\""), "\(kind)")
                let workbook = try await Self.text(office, order, as: .xlsx)
                #expect(workbook.hasPrefix("PK"), "\(kind)")
            }
            let ledger = try await Self.text(office, ReportOrder(.ledger))
            #expect(ledger.split(separator: "\r\n").count == 1 + 2 * (ContractPages.size + 3))
            let payments = try await Self.text(office, ReportOrder(.payments)).split(separator: "\r\n")
            #expect(payments.count == 2 && payments[1].contains("400.00") && payments[1].contains("V1"))
        }
    }

    @Test func theWorkListIsOfTheChosenContractsToday() async throws {
        try await LogOffice.lend(contracts: 3) { office in
            var order = ReportOrder(.positions, of: .contracts(["A-2"]))
            let list = try await Self.text(office, order)
            #expect(list.contains("A-2") && !list.contains("A-1") && !list.contains("A-3"))
            order.asOf = CalendarDay("2024-01-01")
            await #expect(throws: OperationError.report(.onlyToday)) { try await office.workspace.report(order) }
            order = ReportOrder(.positions, of: .contracts(["none"]))
            await #expect(throws: OperationError.unknownContract(number: "none")) {
                try await office.workspace.report(order)
            }
        }
    }

    @Test func anEarlierDayAndAnEarlierMomentAreAsked() async throws {
        try await LogOffice.lend(contracts: 1) { office in
            let before = office.test.now
            office.test.advance(seconds: 60)
            let paid = Array(SmallContract.paid("p", "400.00").utf8)
            _ = try await office.workspace.recordFact(paid, of: "A-1")
            var order = ReportOrder(.payments)
            #expect(try await Self.text(office, order).contains("400.00"))
            order.asOf = CalendarDay("2024-01-31")
            #expect(!(try await Self.text(office, order).contains("400.00")))
            order = ReportOrder(.payments)
            order.knownAt = before
            #expect(!(try await Self.text(office, order).contains("400.00")))
            var changes = ReportOrder(.changes, of: .contracts(["A-1"]))
            (changes.from, changes.knownBefore) = (CalendarDay("2024-06-03"), before)
            let changed = try await Self.text(office, changes).split(separator: "\r\n").map(String.init)
            #expect(changed.contains("first,已付,0.00,400.00"), "\(changed)")
            #expect(changed.contains("first,状态,已逾期,已结清"), "\(changed)")
        }
    }

    @Test func aSampleIsTheSameForTheSameSeed() async throws {
        try await LogOffice.lend(contracts: 9) { office in
            for number in 1...9 {
                let paid = Array(SmallContract.paid("p", "\(number)0.00").utf8)
                _ = try await office.workspace.recordFact(paid, of: "A-\(number)")
            }
            var order = ReportOrder(.sample)
            (order.hits, order.seed) = (3, "2024-06")
            let drawn = try await Self.text(office, order)
            #expect(drawn.split(separator: "\r\n").count > 1)
            #expect(try await Self.text(office, order) == drawn)
            order.hits = 0
            await #expect(throws: OperationError.sampling(.size)) { try await office.workspace.report(order) }
            await #expect(throws: OperationError.report(.oneContractAndADay)) {
                try await office.workspace.report(ReportOrder(.changes))
            }
        }
    }

    /// The access log knows of it, and no journal.
    @Test func aRefusedApprovalOfOnesOwnRequestIsFound() async throws {
        try await LogOffice.lend(contracts: 1) { office in
            let officer = try await office.test.person("wang", [.officer, .sectionHead])
            let raised = try await office.workspace.raiseRequest(
                Array(#"{"installment":"first"}"#.utf8), on: "A-1", by: officer)
            await #expect(throws: OperationError.self) {
                try await office.workspace.decideRequest(
                    raised.request.id, Array(#"{"decision":"approve"}"#.utf8), by: officer)
            }
            let found = try await Self.text(office, ReportOrder(.exceptions))
            #expect(found.contains(raised.request.id) && found.contains("wang"), "\(found)")
        }
    }

    @Test func whoMayHaveWhat() async throws {
        try await LogOffice.lend(contracts: 1) { office in
            let officer = try await office.test.person("wang", [.officer])
            let stranger = try await office.test.person("li", [.officer, .auditor], in: "elsewhere")
            #expect(try await Self.text(office, ReportOrder(.ledger), by: officer).contains("A-1"))
            #expect(!(try await Self.text(office, ReportOrder(.ledger), by: stranger).contains("A-1")))
            await #expect(throws: OperationError.unknownContract(number: "A-1")) {
                try await office.workspace.report(ReportOrder(.ledger, of: .contracts(["A-1"])), by: stranger)
            }
            await #expect(throws: OperationError.forbidden(.exportEvidence)) {
                try await office.workspace.report(ReportOrder(.exceptions), by: officer)
            }
            let acts = try await office.workspace.database.officeJournal().acts("export").map(\.act)
            #expect(acts.map(\.subject) == Array(repeating: "report ledger", count: 3))
        }
    }
}

extension ReportKind {
    fileprivate var isOfOneContract: Bool { self == .changes || self == .entriesBetween }
}
