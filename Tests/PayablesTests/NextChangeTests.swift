import Contracts
import DossierSupport
import Payables
import TestSupport
import Testing
import Values

/// Until the day that ``Statement/nextChangeOn`` names, a statement reads the same (but for days overdue and interest).
struct NextChangeTests {
    @Test(arguments: Cases.golden)
    func nothingChangesBefore(_ golden: Cases.Golden) throws {
        var random = SeededGenerator(named: "change of \(golden.name)")
        let statement = try #require(Answer(to: golden.dossier).statement)
        let asOf = statement.dossier.asOf
        let next = try statement.nextChangeOn ?? asOf.adding(days: 20_000)
        #expect(next > asOf)
        let quiet = next.days(since: asOf) - 1
        guard quiet > 0 else { return }
        let expected = try reading(golden.dossier, on: asOf)
        let days = statement.installments.indices.map(statement.expectedOn)
        for count in [1, quiet, Int.random(in: 1...quiet, using: &random)] {
            let day = try asOf.adding(days: count)
            #expect(try reading(golden.dossier, on: day) == expected, "on \(day)")
            let later = try #require(Answer(to: golden.dossier.asked(on: day)).statement)
            #expect(later.installments.indices.map(later.expectedOn) == days, "on \(day)")
        }
    }

    private func reading(_ dossier: JSONTree, on day: CalendarDay) throws -> JSONTree {
        var statement = try JSONTree(parsing: Answer(to: dossier.asked(on: day)).bytes())
        statement["/asOf"] = nil
        statement["/because"] = nil
        for index in (statement["/installments"]?.elements ?? []).indices {
            for name in ["because", "daysOverdue", "interest"] { statement["/installments/\(index)/\(name)"] = nil }
        }
        return statement
    }
}

extension JSONTree {
    /// The same dossier with another day.
    func asked(on day: CalendarDay) -> JSONTree {
        var dossier = self
        dossier["/asOf"] = .string(day.description)
        return dossier
    }
}
