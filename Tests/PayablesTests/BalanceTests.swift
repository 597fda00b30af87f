import Contracts
import DossierSupport
import Payables
import TestSupport
import Testing
import Values

/// Parts add up to the whole, to the fen.
struct BalanceTests {
    /// Every fifth of the random ones, and all that have a name.
    static let varied = Cases.golden.filter { !$0.name.hasPrefix("random") || $0.name.hasSuffix("5") }

    @Test(arguments: Cases.golden)
    func statementsBalance(_ golden: Cases.Golden) {
        let bytes = golden.dossier.bytes
        #expect(Scrutiny.complaint(about: bytes, Answer(to: bytes)) == nil)
    }

    @Test(arguments: varied)
    func statementsBalanceOnEveryDayOfAFact(_ golden: Cases.Golden) {
        for day in golden.dossier.daysOfFacts {
            for offset in [-1, 0, 1] {
                var dossier = golden.dossier
                dossier["/asOf"] = (try? day.adding(days: offset)).map { .string($0.description) }
                let bytes = dossier.bytes
                #expect(Scrutiny.complaint(about: bytes, Answer(to: bytes)) == nil)
            }
        }
    }

    @Test(arguments: Cases.golden)
    func theScheduleAddsUpToThePrice(_ golden: Cases.Golden) throws {
        let statement = try #require(Answer(to: golden.dossier).statement)
        let terms = statement.terms
        #expect(terms.years.isEmpty || terms.years.reduce(0) { $0 + $1.fee.fen } == terms.price.fen)
        var sum: Int64 = 0
        var isMetered = false
        for (installment, row) in zip(terms.installments, statement.installments) {
            switch installment.amount {
            case .metered: isMetered = true
            case .withheld: continue
            default: sum += row.gross.fen
            }
        }
        #expect(isMetered ? sum <= terms.price.fen : sum == terms.price.fen)
    }

    /// Random prices in random parts, the last one taking the remainder.
    @Test func anyPriceInAnyPartsAddsUp() throws {
        var random = SeededGenerator(named: "parts")
        for _ in 0..<300 {
            let price = Money(
                fen: Int64.random(in: 0...Int64.max >> Int64.random(in: 0...60, using: &random), using: &random))
            let parts = Int.random(in: 1...8, using: &random)
            var dossier = Cases.oneInstallment
            dossier["/contract/price"] = .string(price.description)
            for part in 0..<parts {
                let percent = Int.random(in: 0...(100_000_000 / parts), using: &random)
                dossier["/contract/installments/-"] = [
                    "id": .string("part-\(part)"), "label": "进度款", "kind": "periodic", "when": ["event": "start"],
                    "amount": [
                        "percent": .string(Percentage(millionths: Int64(percent)).description), "of": "contract",
                    ],
                ]
            }
            let statement = try #require(Answer(to: dossier).statement)
            #expect(statement.installments.reduce(0) { $0 + $1.gross.fen } == price.fen)
            #expect(statement.outstanding == price)
        }
    }
}

extension JSONTree {
    fileprivate var daysOfFacts: Set<CalendarDay> {
        Set((self["/facts"]?.elements ?? []).compactMap { $0["/on"]?.string.flatMap { CalendarDay($0) } })
    }
}
