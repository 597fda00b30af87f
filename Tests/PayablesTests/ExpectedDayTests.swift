import Contracts
import DossierSupport
import Payables
import TestSupport
import Testing
import Values

/// The day before which an installment cannot be due.
struct ExpectedDayTests {
    /// The contract of one installment whose clock starts by such a condition, 10 days to pay, asked in mid 2021.
    private func expected(_ when: JSONTree, facts: JSONTree = [], asOf: String = "2021-06-01") throws -> String? {
        var dossier = Cases.oneInstallment
        dossier["/contract/installments/0/when"] = when
        dossier["/contract/installments/0/within"] = ["days": .number("10")]
        dossier["/facts"] = facts
        dossier["/asOf"] = .string(asOf)
        let answer = Answer(to: dossier)
        return try #require(answer.statement, "\(answer.problems)").expectedOn(0)?.description
    }

    private let delivered: JSONTree = ["id": "f1", "kind": "event", "on": "2021-05-20", "event": "delivered"]

    @Test func datesAndYears() throws {
        #expect(try expected(["date": "2021-09-01"]) == "2021-09-11")
        #expect(try expected(["contractEnds": true]) == "2022-01-10")
        // Met already: the due date itself.
        #expect(try expected(["date": "2021-05-01"]) == "2021-05-11")
    }

    @Test func eventsHaveNoDayBeforeTheyHappen() throws {
        #expect(try expected(["event": "delivered"]) == nil)
        #expect(try expected(["after": "delivered", "months": .number("1")]) == nil)
        #expect(try expected(["after": "delivered", "months": .number("1")], facts: [delivered]) == "2021-06-30")
    }

    /// Of several conditions the latest known day is a bound; what has no day takes nothing from it.
    @Test func allOfThem() throws {
        let both: JSONTree = ["all": [["date": "2021-09-01"], ["invoice": true]]]
        #expect(try expected(both) == "2021-09-11")
        // Once the day has come, only the invoice is missing, and that has no day.
        #expect(try expected(both, asOf: "2021-09-01") == nil)
        #expect(try expected(["all": [["event": "delivered"], ["event": "accepted"]]], facts: [delivered]) == nil)
        #expect(
            try expected(["all": [["date": "2021-08-01"], ["contractEnds": true], ["event": "accepted"]]])
                == "2022-01-10")
    }

    /// One that may happen any day leaves no bound, even beside a date.
    @Test func anyOfThem() throws {
        #expect(try expected(["any": [["date": "2021-09-01"], ["contractEnds": true]]]) == "2021-09-11")
        #expect(try expected(["any": [["date": "2021-09-01"], ["event": "accepted"]]]) == nil)
    }

    @Test func cancelledInstallmentsAreNotExpected() throws {
        let end: JSONTree = ["id": "f1", "kind": "terminated", "on": "2021-05-20", "reason": "违约"]
        #expect(try expected(["date": "2021-09-01"], facts: [end]) == nil)
    }

    /// Whatever happens after the day asked about, nothing falls due before what was expected on it.
    @Test(arguments: Cases.golden)
    func neverClaimsTooMuch(_ golden: Cases.Golden) throws {
        let last = try #require(Answer(to: golden.dossier).statement)
        guard last.dossier.standing.termsFact == nil else { return }
        var random = SeededGenerator(named: "expected of \(golden.name)")
        for _ in 0..<4 {
            let earlier = try last.dossier.asOf.adding(days: -Int.random(in: 1...700, using: &random))
            guard earlier > .first, let then = Answer(to: golden.dossier.asked(on: earlier)).statement else { continue }
            for (position, row) in last.installments.enumerated() {
                guard then.installments[position].dueOn == nil, let due = row.dueOn,
                    let expected = then.expectedOn(position)
                else { continue }
                #expect(expected <= due, "\(last.terms.installments[position].id) on \(earlier)")
            }
        }
    }

    @Test func theScheduleNamesItsDays() throws {
        let statement = try #require(Answer(to: Cases.tianfu).statement)
        let planned = statement.terms.installments.indices.map { statement.plannedOn($0)?.description ?? "-" }
        #expect(
            planned == [
                "-", "-", "2022-01-30", "2022-07-31", "2023-01-30", "2023-07-31", "2024-01-30", "2023-12-31",
            ])
    }
}
