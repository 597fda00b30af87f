import Contracts
import DossierSupport
import Payables
import TestSupport
import Testing
import Values

/// What an installment waits for first.
struct BlockerTests {
    private func blocker(
        _ when: JSONTree, needs: JSONTree? = nil, asOf: String = "2021-06-01"
    ) throws -> Blocker? {
        var dossier = Cases.oneInstallment
        dossier["/contract/installments/0/when"] = when
        dossier["/contract/installments/0/needs"] = needs
        dossier["/facts"] = []
        dossier["/asOf"] = .string(asOf)
        let answer = Answer(to: dossier)
        return try #require(answer.statement, "\(answer.problems)").blocker(of: 0)
    }

    @Test func conditions() throws {
        #expect(try blocker(["event": "delivered"]) == .event)
        #expect(try blocker(["count": "delivered", "atLeast": .number("3")]) == .event)
        #expect(try blocker(["after": "delivered", "months": .number("3")]) == .event)
        #expect(try blocker(["date": "2021-09-01"]) == .date)
        #expect(try blocker(["all": [["date": "2021-05-01"], ["invoice": true]]]) == .invoice)
    }

    /// Until a day has come that the terms name, nothing else is late.
    @Test func theDayComesFirst() throws {
        let both: JSONTree = ["all": [["invoice": true], ["date": "2021-09-01"]]]
        #expect(try blocker(both) == .date)
        #expect(try blocker(both, asOf: "2021-09-01") == .invoice)
        #expect(try blocker(["date": "2021-09-01"], needs: ["invoice"]) == .date)
        #expect(try blocker(["date": "2021-05-01"], needs: ["invoice"]) == .invoice)
        #expect(try blocker(["date": "2021-05-01"], needs: ["handed-over"]) == .event)
        #expect(try blocker(["date": "2021-05-01"]) == nil)
    }

    /// Whatever is blocked or undetermined has one, and nothing else has.
    @Test(arguments: Cases.golden)
    func everyBlockedInstallmentHasOne(_ golden: Cases.Golden) throws {
        let statement = try #require(Answer(to: golden.dossier).statement)
        for (position, row) in statement.installments.enumerated() {
            let isBlocked = row.status == .blocked || row.status == .undetermined
            let blocker = statement.blocker(of: position)
            #expect((blocker != nil) == isBlocked, "\(statement.terms.installments[position].id)")
            if row.status == .undetermined { #expect(blocker == .ruling) }
            if row.startedOn != nil { #expect(blocker != .date) }
        }
    }
}
