import DossierSupport
import TestSupport
import Testing

/// In which order facts stand in the dossier says nothing; what happens after the day asked about says nothing either.
struct OrderTests {
    /// Facts of one day keep their order: position decides between them (payable.md, section 4).
    @Test(arguments: Cases.golden)
    func factsOfDifferentDaysMayStandInAnyOrder(_ golden: Cases.Golden) throws {
        var random = SeededGenerator(named: "order of \(golden.name)")
        let expected = try figures(of: golden.dossier)
        for _ in 0..<3 {
            var dossier = golden.dossier
            let facts = dossier["/facts"]?.elements ?? []
            let days = Dictionary(grouping: facts) { $0["/on"]?.string ?? "" }.values
            dossier["/facts"] = .array(interleaved(days.shuffled(using: &random), &random))
            #expect(try figures(of: dossier) == expected)
        }
    }

    @Test(arguments: Cases.golden)
    func whatHasNotHappenedYetChangesNothing(_ golden: Cases.Golden) throws {
        var random = SeededGenerator(named: "future of \(golden.name)")
        var dossier = golden.dossier
        let expected = Answer(to: dossier).bytes()
        let installments = dossier["/contract/installments"]?.elements.compactMap { $0["/id"] } ?? []
        let installment = installments.randomElement(using: &random) ?? ""
        let contract = try #require(dossier["/contract"])
        let future: [JSONTree] = [
            ["kind": "event", "event": "signed"], ["kind": "event", "event": "launched", "count": 1000],
            ["kind": "objection", "objection": "quality"], ["kind": "objection-resolved", "objection": "quality"],
            ["kind": "invoice", "installment": installment, "number": "9", "amount": "12345.67"],
            ["kind": "paid", "installment": installment, "amount": "999999.99"],
            ["kind": "terminated", "reason": "违约"], ["kind": "amended", "contract": contract],
        ]
        for (index, fact) in future.shuffled(using: &random).enumerated() {
            var fact = fact
            fact["/id"] = .string("future-\(index)")
            fact["/on"] = .string("9\(Int.random(in: 100...999, using: &random))-01-31")
            dossier["/facts/-"] = fact
            #expect(Answer(to: dossier).bytes() == expected)
        }
    }

    /// The statement without its explanations, which name facts in the order they stand in.
    private func figures(of dossier: JSONTree) throws -> JSONTree {
        var statement = try JSONTree(parsing: Answer(to: dossier).bytes())
        try #require(statement["/errors"] == nil)
        statement["/because"] = nil
        for index in (statement["/installments"]?.elements ?? []).indices { statement["/installments/\(index)/because"] = nil }
        return statement
    }

    /// The lists mixed into one, each in its own order.
    private func interleaved(_ lists: [[JSONTree]], _ random: inout SeededGenerator) -> [JSONTree] {
        var turns = lists.indices.flatMap { Array(repeating: $0, count: lists[$0].count) }
        turns.shuffle(using: &random)
        var rest = lists.map { $0[...] }
        return turns.compactMap { rest[$0].popFirst() }
    }
}
