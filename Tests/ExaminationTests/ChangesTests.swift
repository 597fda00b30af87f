import Examination
import Payables
import Reperformance
import Testing
import Values

/// What changed in a contract between two views of it.
struct ChangesTests {
    private static let contract = Story.contracts(
        "2026-03-02 张三 验收；2026-03-03 张三 发票 验收款 50000.00 001；2026-03-10 国库 付款 验收款 20000.00；"
            + "2026-04-01@2026-03-20T09:00 张三 年终；2026-03-25 钱局长 补充协议 101000.00",
        asOf: "2026-06-30")[0]

    private static func changes(_ from: (String, String), _ to: (String, String)) throws -> ContractChanges {
        try ContractChanges(
            of: contract.journal, Story.calendars, from: view(from), to: view(to))
    }

    private static func view(_ view: (asOf: String, knownAt: String)) -> ContractChanges.View {
        ContractChanges.View(asOf: Story.day(view.asOf), knownAt: Story.instant(view.knownAt))
    }

    private static func lines(_ changes: ContractChanges) -> [String] {
        changes.changes.map { change in
            func text(_ value: FigureChange.Value?) -> String {
                switch value {
                case .money(let money): money.description
                case .day(let day): day.description
                case .status(let status): status.rawValue
                case nil: "-"
                }
            }
            return
                "\(change.installment ?? "") \(change.figure.rawValue) \(text(change.before)) → \(text(change.after))"
        }
    }

    @Test func aPaymentAndWhatItChanged() throws {
        let changes = try Self.changes(("2026-03-05", "2026-03-05T12:00"), ("2026-03-15", "2026-03-15T12:00"))
        #expect(
            Self.lines(changes) == [
                " paid 0.00 → 20000.00", " payableNow 50000.00 → 30000.00", " outstanding 100000.00 → 80000.00",
                "accept paid 0.00 → 20000.00", "accept outstanding 50000.00 → 30000.00",
            ])
        #expect(changes.entries.map(\.number) == [4])
        #expect(changes.entries.map(\.recordedBy) == ["国库"])
        #expect(changes.entries.map(\.wasKnown) == [false])
    }

    /// An event that was recorded ahead takes effect between the days; the agreement was recorded after both.
    @Test func aFactDatedAheadTakesEffect() throws {
        let changes = try Self.changes(("2026-03-21", "2026-03-21T12:00"), ("2026-04-02", "2026-03-21T12:00"))
        #expect(
            Self.lines(changes) == [
                "accept status due → overdue", "assessed startedOn - → 2026-04-01", "assessed dueOn - → 2026-05-01",
            ])
        #expect(changes.entries.map(\.subject) == ["s4"])
        #expect(changes.entries.map(\.wasKnown) == [true])
    }

    @Test func anAgreementChangesPriceAndRemainder() throws {
        let changes = try Self.changes(("2026-03-24", "2026-03-24T12:00"), ("2026-03-26", "2026-03-26T12:00"))
        #expect(
            Self.lines(changes) == [
                " price 100000.00 → 101000.00", " outstanding 80000.00 → 81000.00",
                "assessed gross 35000.00 → 36000.00", "assessed payable 35000.00 → 36000.00",
                "assessed outstanding 35000.00 → 36000.00",
            ])
    }

    @Test func beforeTheContractWasKnownThereWasNothing() throws {
        let changes = try Self.changes(("2026-01-01", "2026-01-01T12:00"), ("2026-01-06", "2026-01-06T12:00"))
        #expect(changes.entries.map(\.word) == [.registered])
        #expect(changes.changes.first?.figure == .price)
        #expect(changes.changes.allSatisfy { $0.before == nil && $0.after != nil })
        #expect(throws: ReperformanceError.uncomputable) {
            try Self.changes(("2025-01-01", "2025-01-01T12:00"), ("2025-01-06", "2025-01-06T12:00"))
        }
    }

    @Test func nothingChangesWithoutCause() throws {
        let changes = try Self.changes(("2026-03-12", "2026-03-12T12:00"), ("2026-03-15", "2026-03-15T12:00"))
        #expect(changes.changes.isEmpty && changes.entries.isEmpty)
    }
}
