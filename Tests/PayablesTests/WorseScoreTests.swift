import DossierSupport
import Payables
import Synchronization
import Testing
import Values

/// Under both contracts of the Meishan bureau a worse score never pays more, held for each of the 10,001 scores.
struct WorseScoreTests {
    @Test func tianfu() async throws {
        var dossier = Cases.tianfu
        dossier["/facts/8/round"] = 2
        try await holds(for: dossier, scores: ["/facts/8/score"], installment: 2, best: 71_888_000)
    }

    /// Below 80 no rule says what a score costs: nothing may be paid before a ruling.
    @Test func hotline() async throws {
        var dossier = Cases.hotline
        for half in ["y1h1", "y1h2"] {
            dossier["/facts/-"] = [
                "id": .string(half), "kind": "assessment", "assessment": .string(half), "score": "0", "on": "2022-06-01",
            ]
        }
        dossier["/facts/-"] = [
            "id": "bill", "kind": "invoice", "installment": "y1-balance", "number": "3", "amount": "893000.00",
            "on": "2022-06-02",
        ]
        dossier["/asOf"] = "2022-06-30"
        try await holds(
            for: dossier, scores: ["/facts/6/score", "/facts/7/score"], installment: 2, best: 89_300_000)
    }

    /// What may be paid of the installment, from the best score down.
    private func holds(
        for dossier: JSONTree, scores: [String], installment: Int, best: Int64
    ) async throws {
        let payable = await withTaskGroup(of: [(Int, Int64?)].self) { group in
            for start in stride(from: 0, through: 10_000, by: 500) {
                group.addTask {
                    (start..<min(start + 500, 10_001)).map { score in
                        var dossier = dossier
                        for place in scores { dossier[place] = .string(Score(hundredths: score).description) }
                        return (score, Self.payable(dossier, installment))
                    }
                }
            }
            return await group.reduce(into: [Int: Int64?]()) { all, some in
                for (score, payable) in some { all[score] = payable }
            }
        }
        #expect(payable.count == 10_001)
        #expect(payable[10_000] == best)
        #expect(payable[0] == 0)
        for score in 1...10_000 {
            let (lower, higher) = (try #require(payable[score - 1] ?? nil), try #require(payable[score] ?? nil))
            if lower > higher { Issue.record("\(Score(hundredths: score - 1)) pays \(lower) fen, a point more \(higher)") }
        }
    }

    /// Nil where there is no statement; nothing where no rule says what is payable.
    private static func payable(_ dossier: JSONTree, _ installment: Int) -> Int64? {
        guard let row = Answer(to: dossier).statement?.installments[installment] else { return nil }
        return row.status == .undetermined ? 0 : row.payable.fen
    }
}
