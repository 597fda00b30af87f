import Contracts
import Payables
import Requests
import Testing
import Values

@testable import Operations

/// What changes the payable of an installment turns its open requests stale; nobody pays on them.
@Suite struct StaleRequestTests {
    /// 1,000.00 against an assessment that costs 1 % a point below 95, one rectification; assessed 90.
    private static let dossier = """
        {"contract":{"number":"B-1","title":"t","buyer":"buyer","supplier":"s","currency":"CNY","price":"1500.00",
        "signedOn":"2024-01-10","term":{"from":"2024-01-10","to":"2024-12-31"},"installments":[{"id":"only","label":"考核款",
        "kind":"assessed","amount":{"fixed":"1000.00"},"when":{"event":"signed"},"assessedBy":"a"},{"id":"other",
        "label":"尾款","kind":"milestone","amount":{"fixed":"500.00"},"when":{"event":"signed"}}],
        "assessments":[{"id":"a","label":"考核","rectifications":1,"points":[{"pointsBelow":"95","percent":"1",
        "of":"installment","fraction":"exact"}]}]},"facts":[\(SmallContract.signed),
        {"id":"r1","kind":"assessment","assessment":"a","score":"90","on":"2024-03-01"},
        {"id":"w","kind":"rectification-waived","assessment":"a","on":"2024-03-02"}]}
        """.split(separator: "\n").joined()

    private static let terms = dossier.components("\"contract\":", ",\"facts\"")

    /// Who records what, and what is payable after it.
    static let changes: [(name: String, by: String, fact: String, payable: String)] = [
        ("a ruling", "finance", #"{"kind":"ruling","assessment":"a","deduction":"20.00","reason":"复核","document":"d","on":"2024-06-01"}"#, "980.00"),
        ("a reassessment", "officer", #"{"kind":"assessment","assessment":"a","score":"85","round":2,"on":"2024-06-01"}"#, "900.00"),
        ("a void", "head", #"{"kind":"voided","fact":"r1","reason":"错录","on":"2024-06-01"}"#, "1000.00"),
        (
            "an amendment", "head",
            #"{"kind":"amended","contract":\#(terms.replacing("\"percent\":\"1\"", with: "\"percent\":\"2\"")),"on":"2024-06-01"}"#,
            "900.00"
        ),
    ]

    @Test(arguments: changes)
    func aChangeOfThePayableTurnsItStale(
        _ change: (name: String, by: String, fact: String, payable: String)
    ) async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([Self.dossier])
            let office = try await Office(test)
            let waiting = try await office.raise("500.00", installment: "only", on: "B-1").request.id
            let approved = try await office.raise("450.00", installment: "only", on: "B-1").request.id
            try await office.approve(approved)
            let other = try await office.raise(installment: "other", on: "B-1").request.id
            try await office.record(change.fact, of: "B-1", by: change.by)

            for id in [waiting, approved] {
                let request = try await test.workspace.paymentRequest(id, by: office["officer"]).request
                #expect(request.state == .stale, "\(change.name)")
                #expect(request.held == .zero)
                #expect(request.steps.last?.event.step == .stale(payable: Money(change.payable)))
                #expect(request.steps.last?.by == change.by)
            }
            #expect(try await test.workspace.paymentRequest(other, by: office["officer"]).request.state == .submitted)
            #expect(
                try await code { try await office.decide(waiting, "approve", by: "section-head") } == "request-stale")
            #expect(try await code { try await office.pay(approved, "1.00", voucher: "V") } == "request-stale")
            #expect(
                try await code { try await office.decide(approved, "reconfirm", by: "second") }
                    == "request-not-requester")
            _ = try await test.workspace.verifyJournal(of: "B-1")
        }
    }

    @Test func aConfirmedRequestIsApprovedAfreshForWhatIsLeft() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([Self.dossier])
            let office = try await Office(test)
            let id = try await office.raise(installment: "only", on: "B-1").request.id
            try await office.approve(id)
            try await office.pay(id, "300.00", voucher: "V-1")
            try await office.record(Self.changes[1].fact, of: "B-1", by: "officer")
            #expect(try await test.workspace.paymentRequest(id, by: office["officer"]).request.state == .stale)
            try await office.record(
                #"{"kind":"rectification-waived","assessment":"a","on":"2024-06-02"}"#, of: "B-1", by: "section-head")
            let again = try await office.decide(id, "reconfirm", by: "officer").request
            #expect(again.state == .submitted)
            #expect(again.round == 2)
            #expect(again.claim.amount == Money("900.00"))
            #expect(again.rest == Money("600.00"))
            try await office.approve(id)
            let paid = try await office.pay(id, "600.00", voucher: "V-2")
            #expect(paid.request.request.state == .paid)
            let statement = try await test.workspace.statement(of: "B-1").statement
            #expect(statement.installments[0].status == .settled)
        }
    }

    @Test func aBlockedInstallmentIsNotPaidThoughItsPayableIsTheSame() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([Self.dossier])
            let office = try await Office(test)
            let id = try await office.raise(installment: "only", on: "B-1").request.id
            try await office.approve(id)
            // A second result of the same score is provisional again: rectification blocks the installment.
            try await office.record(#"{"kind":"voided","fact":"w","reason":"错录","on":"2024-06-01"}"#, of: "B-1", by: "head")
            #expect(try await code { try await office.pay(id, "1.00", voucher: "V") } == "installment-not-payable")
            #expect(try await test.workspace.paymentRequest(id, by: office["officer"]).request.state == .approved)
        }
    }

    private func code(_ body: () async throws -> Void) async throws -> String? { try await People.code(body) }
}

extension String {
    /// What stands between two pieces of text.
    fileprivate func components(_ start: String, _ end: String) -> String {
        guard let from = firstRange(of: start)?.upperBound, let to = self[from...].firstRange(of: end)?.lowerBound
        else { return "" }
        return String(self[from..<to])
    }
}
