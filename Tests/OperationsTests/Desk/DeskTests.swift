import Contracts
import Payables
import Postgres
import Requests
import Storage
import Synchronization
import Testing
import Values

@testable import Operations

/// The work desk shows what the statements show.
@Suite struct DeskTests {
    private static let today = "2024-06-03"

    /// Overdue since February, blocked by an invoice, due today, waiting for an event, and settled.
    private static let dossiers = [
        SmallContract.dossier("A-1", facts: [SmallContract.signed, SmallContract.invoice("i", "N1")]),
        SmallContract.dossier("A-2", supplier: "大公司"),
        SmallContract.dossier(
            "A-3", supplier: "小公司",
            facts: [SmallContract.signed, SmallContract.event("a", "accepted", on: "2024-06-03")]),
        SmallContract.dossier("A-4", supplier: "小公司", facts: []),
        SmallContract.dossier(
            "A-5", supplier: "小公司",
            facts: [
                SmallContract.signed, SmallContract.paid("p", "400.00"),
                SmallContract.event("a", "accepted", on: "2024-04-01"),
                SmallContract.paid("q", "200.00", installment: "last", on: "2024-05-05"),
            ]),
    ]

    private func names(_ pile: Desk.Pile<ListedPosition>) -> [String] {
        pile.first.map { "\($0.contract) \($0.installment)" }
    }

    @Test func tellsWhatThereIsToDo() async throws {
        try await TestWorkspace.lend(today: Self.today) { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            try await test.importing(Self.dossiers)
            let desk = try await test.workspace.desk(by: officer)
            #expect(desk.asOf == CalendarDay(Self.today))
            #expect(desk.overdue.ofSmallSuppliers.total == .none)
            #expect(names(desk.overdue.ofOthers) == ["A-1 first", "A-5 last"])
            #expect(desk.overdue.ofOthers.total == DeskTotal(count: 2, sum: yuan(800)))
            #expect(names(desk.dueSoon) == ["A-3 last"] && desk.dueSoon.total == DeskTotal(count: 1, sum: yuan(600)))
            #expect(desk.blocked.map(\.blocker) == [.invoice, .event])
            #expect(names(desk.blocked[0].pile) == ["A-2 first", "A-3 first"])
            #expect(desk.blocked[0].pile.total == DeskTotal(count: 2, sum: yuan(800)))
            #expect(names(desk.blocked[1].pile) == ["A-1 last", "A-2 last", "A-4 first", "A-4 last"])
            #expect(desk.releases.total == .none)
            #expect(
                desk.sums
                    == Desk.Sums(
                        payableNow: yuan(1400), outstanding: yuan(4400), paidThisYear: yuan(600), held: .zero))
        }
    }

    @Test func tellsMoneyByMonth() async throws {
        try await TestWorkspace.lend(today: Self.today) { (test) async throws in
            try await test.importing(Self.dossiers)
            let desk = try await test.workspace.desk(by: .console)
            #expect(desk.execution.months.map(\.planned)[1...5] == [yuan(1600), .zero, yuan(600), .zero, yuan(600)])
            #expect(desk.execution.months.map(\.paid)[1...4] == [yuan(400), .zero, .zero, yuan(200)])
            #expect(desk.execution.total == .init(planned: yuan(2800), paid: yuan(600)))
            #expect(desk.cash.months.count == 12 && desk.cash.months[0].month.description == "2024-06")
            #expect(desk.cash.months[0].overdue == yuan(800) && desk.cash.months[0].expected == yuan(1400))
            #expect(desk.cash.undated == yuan(2200) && desk.cash.later == .zero)
            #expect(try desk.cash.total + desk.cash.undated == desk.sums.outstanding)
        }
    }

    /// Suppliers that were small when the contract was signed come first; the others are apart.
    @Test func smallSuppliersAreApart() async throws {
        try await TestWorkspace.lend(today: Self.today) { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            try await test.importing(Self.dossiers)
            _ = try await test.workspace.setSupplierScale(.micro, of: "小公司", by: officer)
            _ = try await test.workspace.setSupplierScale(
                .small, of: "supplier", since: CalendarDay("2024-01-11"), by: officer)
            var desk = try await test.workspace.desk(by: officer)
            #expect(names(desk.overdue.ofSmallSuppliers) == ["A-5 last"])
            #expect(desk.overdue.ofSmallSuppliers.total == DeskTotal(count: 1, sum: yuan(400)))
            #expect(names(desk.overdue.ofOthers) == ["A-1 first"])
            _ = try await test.workspace.setSupplierScale(.large, of: "小公司", by: officer)
            _ = try await test.workspace.setSupplierScale(.small, of: "supplier", by: officer)
            desk = try await test.workspace.desk(by: officer)
            #expect(names(desk.overdue.ofSmallSuppliers) == ["A-1 first"])
            #expect(names(desk.overdue.ofOthers) == ["A-5 last"])
        }
    }

    @Test func whatWaitsForMe() async throws {
        try await TestWorkspace.lend(today: Self.today) { (test) async throws in
            let office = try await Office(test)
            try await test.importing(Self.dossiers)
            try await office.raise("150.00")
            let id = try await office.raise("50.00").request.id
            func waiting(_ name: String) async throws -> DeskTotal {
                try await test.workspace.desk(by: office[name]).waiting.total
            }
            #expect(try await waiting("section-head") == DeskTotal(count: 2, sum: yuan(200)))
            #expect(try await waiting("finance") == .none)
            try await office.decide(id, "approve", by: "section-head")
            #expect(try await waiting("finance") == DeskTotal(count: 1, sum: yuan(50)))
            let desk = try await test.workspace.desk(by: office["finance"])
            #expect(desk.waiting.first.map(\.id) == [id])
            #expect(desk.sums.held == yuan(200))
            #expect(try await waiting("stranger") == .none)
        }
    }

    @Test func everybodySeesTheirOwn() async throws {
        try await TestWorkspace.lend(today: Self.today) { (test) async throws in
            let office = try await Office(test)
            try await test.importing(Self.dossiers)
            let strange = try await test.workspace.desk(by: office["stranger"])
            #expect(strange.sums == Desk.Sums(payableNow: .zero, outstanding: .zero, paidThisYear: .zero, held: .zero))
            #expect(strange.blocked.isEmpty && strange.overdue.ofOthers.first.isEmpty)
            #expect(strange.execution.rate == nil)
            let all = try await test.workspace.desk(by: .console)
            let named = try await test.workspace.desk(department: "buyer", by: .console)
            #expect(all.sums == named.sums && all.cash == named.cash && all.execution == named.execution)
            #expect(try await People.code { _ = try await test.workspace.desk(by: office["admin"]) } == "forbidden")
            let elsewhere = try await People.code {
                _ = try await test.workspace.desk(department: "buyer", by: office["stranger"])
            }
            #expect(elsewhere == "unknown-department")
        }
    }

    private func yuan(_ amount: Int64) -> Money { Money(fen: amount * 100) }
}
