import Contracts
import Payables
import Postgres
import Requests
import Storage
import Testing
import Values

@testable import Operations

/// Payment requests from the first to the last step, and who may take which.
@Suite struct RequestFlowTests {
    /// The first installment of 400.00 is due since 2024-02-09 and invoiced.
    private func withOffice(_ body: (Office) async throws -> Void) async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([
                SmallContract.dossier(facts: [SmallContract.signed, SmallContract.invoice("i", "N-1")])
            ])
            try await body(try await Office(test))
        }
    }

    private func held(_ office: Office) async throws -> [String] {
        try await office.test.workspace.positions(limit: 10, by: .console).positions
            .map { "\($0.installment) paid \($0.paid) held \($0.held) \($0.status)" }
    }

    @Test func goesFromTheRequestToThePayments() async throws {
        try await withOffice { (office) async throws in
            let raised = try await office.raise()
            #expect(raised.request.state == .submitted)
            #expect(raised.request.claim.amount == Money(fen: 40000))
            #expect(raised.request.waitsFor == .approval(.sectionHead))
            let id = raised.request.id
            #expect(try await held(office)[0] == "first paid 0.00 held 400.00 overdue")
            try await office.approve(id)
            let part = try await office.pay(id, "150.00", voucher: "V-1")
            #expect(part.request.request.state == .partlyPaid)
            #expect(try await held(office)[0] == "first paid 150.00 held 250.00 overdue")
            let back = try await office.giveBack(part.payment, "50.00")
            #expect(back.returned != nil)
            #expect(back.request.request.rest == Money(fen: 30000))
            #expect(try await held(office)[0] == "first paid 100.00 held 300.00 overdue")
            let rest = try await office.pay(id, "300.00", voucher: "V-2")
            #expect(rest.request.request.state == .paid)
            let statement = try await office.test.workspace.statement(of: "A-1", by: office["auditor"])
            #expect(statement.statement.installments[0].status == .settled)
            _ = try await office.test.workspace.verifyJournal(of: "A-1")
            let steps = try await office.test.workspace.history(of: "A-1", by: office["auditor"]).map(\.kind)
            #expect(
                steps == [
                    "registered", "event", "invoice", "request-submitted", "request-approved", "request-approved",
                    "request-approved", "paid", "request-paid", "returned", "paid", "request-paid",
                ])
        }
    }

    @Test func theProjectionsFollowFromTheJournal() async throws {
        try await withOffice { (office) async throws in
            let id = try await office.raise("300.00").request.id
            try await office.approve(id)
            try await office.pay(id, "120.00", voucher: "V-1")
            try await office.raise("100.00", by: "second")
            let tables = TestWorkspace.tables + ["payment_request", "payment_request_act"]
            let before = try await office.test.dump(tables)
            try await office.test.asOwner { database in
                _ = try await database.unit([
                    "UPDATE payment_request SET amount_fen = 1, paid_fen = 0, state = 'paid', waits_for = NULL",
                    "DELETE FROM payment", "UPDATE installment_position SET in_flight_fen = 0",
                ])
            }
            #expect(try await office.test.workspace.rebuild().failures.isEmpty)
            #expect(try await office.test.dump(tables) == before)
        }
    }

    @Test func eachStepBelongsToOneRoleAndOnePerson() async throws {
        try await withOffice { (shared) async throws in
            var office = shared
            try await office.add("both", [.sectionHead, .finance])
            try await office.add("asker", [.officer, .sectionHead, .finance, .head, .treasury])
            let id = try await office.raise(by: "asker").request.id
            for name in ["finance", "head", "treasury", "auditor", "officer"] {
                #expect(try await code { try await office.decide(id, "approve", by: name) } == "request-not-your-step")
            }
            #expect(try await code { try await office.decide(id, "approve", by: "admin") } == "forbidden")
            #expect(
                try await code { try await office.decide(id, "approve", by: "stranger") } == "unknown-payment-request")
            #expect(try await code { try await office.decide(id, "approve", by: "asker") } == "request-acted-already")
            try await office.decide(id, "approve", by: "both")
            #expect(try await code { try await office.decide(id, "approve", by: "both") } == "request-acted-already")
            try await office.decide(id, "approve", by: "finance")
            #expect(try await code { try await office.pay(id, "1.00", voucher: "V") } == "request-not-open")
            try await office.decide(id, "approve", by: "head")
            #expect(
                try await code { try await office.pay(id, "1.00", voucher: "V", by: "asker") }
                    == "request-acted-already")
            #expect(try await code { try await office.pay(id, "1.00", voucher: "V", by: "head") } == "forbidden")
            let refusals = try await office.test.workspace.database.accessLog().filter { !$0.isDone }
            #expect(refusals.count == 10)
            #expect(refusals.contains { $0.actor == "both" && $0.detail == "request-acted-already" })
        }
    }

    @Test func whoRecordedTheAssessmentDoesNotApproveItsPayment() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([Self.assessed])
            var office = try await Office(test)
            try await office.add("assessor", [.officer, .finance])
            try await office.record(
                #"{"kind":"assessment","assessment":"a","score":"90","on":"2024-03-01"}"#, of: "B-1", by: "assessor")
            let id = try await office.raise(installment: "only", on: "B-1").request.id
            try await office.decide(id, "approve", by: "section-head")
            #expect(
                try await code { try await office.decide(id, "approve", by: "assessor") } == "request-own-assessment")
            try await office.decide(id, "approve", by: "finance")
        }
    }

    @Test func holdsNoMoreThanIsOutstanding() async throws {
        try await withOffice { (office) async throws in
            #expect(try await code { try await office.raise("400.01") } == "request-exceeds-available")
            try await office.raise("300.00")
            #expect(try await code { try await office.raise("100.01", by: "second") } == "request-exceeds-available")
            let second = try await office.raise(by: "second")
            #expect(second.request.claim.amount == Money(fen: 10000))
            #expect(try await code { try await office.raise("0.01") } == "request-exceeds-available")
            #expect(try await code { try await office.raise(installment: "last") } == "installment-not-payable")
            try await office.decide(second.request.id, "withdraw", by: "officer")
            #expect(try await office.raise("100.00").request.state == .submitted)
        }
    }

    @Test func paysNoMoreThanWasApprovedAndNotBefore() async throws {
        try await withOffice { (office) async throws in
            let id = try await office.raise("300.00").request.id
            try await office.approve(id)
            #expect(try await code { try await office.pay(id, "300.01", voucher: "V") } == "payment-exceeds-request")
            #expect(
                try await code { try await office.pay(id, "1.00", voucher: "V", on: "2024-06-02") }
                    == "payment-before-approval")
            #expect(
                try await code { try await office.pay(id, "1.00", voucher: "V", on: "2024-06-04") }
                    == "payment-dated-ahead")
            let paid = try await office.pay(id, "200.00", voucher: "V")
            #expect(try await code { try await office.pay(id, "100.00", voucher: "V") } == "conflicting")
            #expect(try await code { try await office.giveBack(paid.payment, "200.01") } == "return-exceeds-payment")
            #expect(
                try await code { try await office.giveBack(paid.payment, "1.00", on: "2024-06-02") }
                    == "return-before-payment")
            #expect(try await code { try await office.giveBack("p-0", "1.00") } == "unknown-payment")
            let closed = try await office.decide(id, "withdraw", reason: "余款不再申请", by: "officer")
            #expect(closed.request.state == .closed)
            #expect(try await code { try await office.pay(id, "100.00", voucher: "W") } == "request-not-open")
        }
    }

    /// What came back was paid again: that it never came back would make more paid than was approved.
    @Test func aReturnIsNotVoidedOnceItWasPaidAgain() async throws {
        try await withOffice { (office) async throws in
            let id = try await office.raise("300.00").request.id
            try await office.approve(id)
            let paid = try await office.pay(id, "300.00", voucher: "V")
            let back = try #require(try await office.giveBack(paid.payment, "50.00").returned)
            try await office.pay(id, "50.00", voucher: "W")
            let void = #"{"kind":"voided","fact":"\#(back)","reason":"错录","on":"2024-06-03"}"#
            let refusal = OperationError.conflicting([Conflict(pointer: "", code: .exceedsRequest)])
            await #expect(throws: refusal) { try await office.record(void, by: "head") }
        }
    }

    @Test func aRejectionSaysWhyAndEndsIt() async throws {
        try await withOffice { (office) async throws in
            let id = try await office.raise().request.id
            #expect(try await code { try await office.decide(id, "reject", by: "section-head") } == "invalid")
            let rejected = try await office.decide(id, "reject", reason: "发票抬头有误", by: "section-head")
            #expect(rejected.request.state == .rejected)
            #expect(rejected.request.held == .zero)
            #expect(try await code { try await office.decide(id, "withdraw", by: "officer") } == "request-not-open")
            #expect(try await office.raise().request.state == .submitted)
        }
    }

    private func code(_ body: () async throws -> Void) async throws -> String? { try await People.code(body) }

    private static let assessed = """
        {"contract":{"number":"B-1","title":"t","buyer":"buyer","supplier":"s","currency":"CNY","price":"1000.00",
        "signedOn":"2024-01-10","term":{"from":"2024-01-10","to":"2024-12-31"},"installments":[{"id":"only","label":"考核款",
        "kind":"assessed","amount":{"fixed":"1000.00"},"when":{"event":"signed"},"assessedBy":"a"}],
        "assessments":[{"id":"a","label":"考核","rectifications":0,"bands":[{"from":"95","percent":"0","of":"installment"},
        {"from":"0","percent":"10","of":"installment"}]}]},"facts":[\(SmallContract.signed)]}
        """.split(separator: "\n").joined()
}
