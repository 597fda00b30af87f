import Contracts
import Payables
import Storage
import Testing
import Values

@testable import Operations

/// The list of contracts in every order, page by page.
@Suite struct ListContractsTests {
    /// 600.00 due on acceptance; A-2: all paid; A-3: nothing has happened; A-4: like A-1, a day later.
    private static func contracts() -> [String] {
        let settled = [
            SmallContract.signed, SmallContract.invoice("i", "2"), SmallContract.paid("p", "400.00"),
            SmallContract.event("a", "accepted", on: "2024-02-02"),
            SmallContract.paid("q", "600.00", installment: "last", on: "2024-02-03"),
        ]
        func accepted(_ number: String, on day: String) -> [String] {
            [
                SmallContract.signed, SmallContract.invoice("i", number), SmallContract.paid("p", "400.00"),
                SmallContract.event("a", "accepted", on: day),
            ]
        }
        return [
            SmallContract.dossier("A-1", supplier: "甲", facts: accepted("1", on: "2024-05-01")),
            SmallContract.dossier("A-2", supplier: "乙", facts: settled),
            SmallContract.dossier("A-3", facts: []),
            SmallContract.dossier("A-4", supplier: "甲", facts: accepted("4", on: "2024-05-02")),
        ]
    }

    @Test(arguments: [
        (ContractOrder.number, ["A-1", "A-2", "A-3", "A-4"]), (.due, ["A-1", "A-4", "A-2", "A-3"]),
        (.outstanding, ["A-3", "A-1", "A-4", "A-2"]),
    ])
    func pagesJoinWithoutGapsInEveryOrder(_ order: ContractOrder, _ expected: [String]) async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing(Self.contracts().shuffled())
            for limit in 1...4 {
                var (found, mark): ([String], ContractMark?) = ([], nil)
                while found.count <= expected.count {
                    let page = try await test.workspace.contracts(in: order, after: mark, limit: limit, by: .console)
                    found += page.map(\.number)
                    guard page.count == limit else { break }
                    mark = page.last?.mark
                }
                #expect(found == expected, "\(order) \(limit)")
            }
        }
    }

    @Test func filtersHoldInEveryOrder() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing(Self.contracts())
            for order in ContractOrder.allCases {
                func numbers(_ filter: ContractFilter) async throws -> Set<String> {
                    Set(
                        try await test.workspace.contracts(filter, in: order, limit: 10, by: .console).map(\.number))
                }
                #expect(try await numbers(ContractFilter(supplier: "甲")) == ["A-1", "A-4"])
                #expect(try await numbers(ContractFilter(status: "blocked")) == ["A-3"])
                #expect(try await numbers(ContractFilter(text: "a-2")) == ["A-2"])
            }
        }
    }

    /// The report holds what the list shows, in its order.
    @Test func theReportIsTheListAsItIsFiltered() async throws {
        try await LogOffice.lend(contracts: 0) { office in
            try await office.test.importing(Self.contracts())
            var order = ReportOrder(.contracts)
            (order.filter, order.sorting) = (ContractFilter(supplier: "甲"), .due)
            var bytes: [UInt8] = []
            try await office.workspace.report(order).write(as: .csv, in: .chinese) { bytes += $0 }
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
            #expect(lines.count == 3 && lines[1].hasPrefix("A-1,") && lines[2].hasPrefix("A-4,"))
            #expect(lines[1].contains("600.00") && lines[1].contains("2024-05-01"))
        }
    }
}
