import Audit
import Contracts
import JSON
import TestSupport
import Testing
import Values

@testable import Operations

/// A dossier that is kept is used for the journal that it was read from, and for what goes on from there.
@Suite struct KnownDossierTests {
    private static let instant = Instant(microseconds: 1_700_000_000_000_000)
    private static let asOf = CalendarDay("2024-12-31") ?? .first

    private static func journal(_ facts: [String], by user: String = "u") throws -> ContractJournal {
        var parser = JSONParser()
        let dossier = SmallContract.dossier(calendar: #""CN""#, facts: facts)
        let submission = try Submission.read(Array(dossier.utf8), today: asOf, with: &parser)
        var journal = ContractJournal(
            registration: SealedEntry(
                JournalEntry(
                    contract: submission.number, number: 1, kind: .registered, origin: .recorded, recordedAt: instant,
                    recordedBy: user, occurredOn: asOf, payload: submission.registration, previous: .none)))
        for fact in submission.facts { append(fact, to: &journal) }
        return journal
    }

    private static func append(_ fact: SubmittedFact, to journal: inout ContractJournal) {
        journal.append(
            .fact(.event, id: fact.id), payload: fact.payload, occurredOn: asOf, origin: .recorded, at: instant, by: "u")
    }

    private static func known(_ journal: ContractJournal) throws -> KnownDossier {
        KnownDossier(try Dossier.read(journal.dossier(asOf: asOf)), of: journal, .builtIn)
    }

    private func facts(
        _ known: KnownDossier, _ journal: ContractJournal, _ holidays: HolidayTable = .builtIn
    ) -> [String]? {
        var parser = JSONParser()
        return known.dossier(of: journal, asOf: Self.asOf, holidays, with: &parser)?.facts.map(\.id)
    }

    @Test func itGoesOnWithTheEntriesThatCameSince() throws {
        var journal = try Self.journal([SmallContract.signed])
        let known = try Self.known(journal)
        #expect(facts(known, journal) == ["s"])
        let further = SmallContract.voided("x", "s")
        Self.append(SubmittedFact(id: "x", payload: Array(further.utf8)), to: &journal)
        #expect(facts(known, journal) == ["s", "x"])
    }

    @Test func itIsNotThatOfAnotherHistory() throws {
        let known = try Self.known(Self.journal([SmallContract.signed]))
        #expect(try facts(known, Self.journal([SmallContract.event("s", "accepted", on: "2024-01-11")])) == nil)
        #expect(try facts(known, Self.journal([SmallContract.signed], by: "other")) == nil)
        #expect(try facts(known, Self.journal([])) == nil, "a journal that went back")
    }

    @Test func itIsNotThatOfAnotherCalendar() throws {
        let journal = try Self.journal([SmallContract.signed])
        let table = HolidayTable(holidays: [Self.asOf], workingWeekends: [])
        #expect(try facts(Self.known(journal), journal, table) == nil)
    }

    /// What is recorded in one program, one fact after the other, leaves the rows that a rebuild and a program that
    /// reads everything anew come to; and what is wrong is told alike.
    @Test func factsOneByOneLeaveWhatReadingEverythingLeaves() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier(facts: [SmallContract.signed])])
            var random = SeededGenerator(named: "KnownDossierTests")
            let one = test.workspace
            try await TestWorkspace.open(test.conninfo, chance: 1 << 30) { (fresh) async throws in
                for turn in 0..<40 {
                    let fact = Self.fact(turn, &random)
                    // The other program never recorded anything: it reads everything.
                    let refused = await Self.problems(one, fact)
                    if !refused.isEmpty {
                        #expect(await Self.problems(fresh.workspace, fact) == refused, "\(fact)")
                    }
                    if turn % 10 == 9 {
                        let before = try await test.dump()
                        #expect(try await fresh.workspace.rebuild().failures.isEmpty)
                        #expect(try await test.dump() == before, "turn \(turn)")
                    }
                }
                _ = try await fresh.workspace.verifyJournal(of: "A-1")
            }
        }
    }

    /// What is wrong with a fact; nothing where it was recorded.
    private static func problems(_ workspace: Workspace, _ fact: String) async -> [Problem] {
        do {
            _ = try await workspace.recordFact(Array(fact.utf8), of: "A-1")
            return []
        } catch OperationError.invalid(let problems) {
            return problems.list
        } catch {
            return [Problem(pointer: "", code: .syntax, detail: "\(error)")]
        }
    }

    private static func fact(_ turn: Int, _ random: inout SeededGenerator) -> String {
        let id = "f\(turn)"
        let other = "f\(Int.random(in: 0...turn, using: &random))"
        let day = "2024-0\(Int.random(in: 2...5, using: &random))-1\(Int.random(in: 0...9, using: &random))"
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1: return SmallContract.voided(id, other, on: day)
        case 2: return SmallContract.event(other, "accepted", on: day)
        case 3: return SmallContract.event(id, "accepted", on: "2031-01-01")
        case 4: return SmallContract.invoice(id, "N\(turn)", on: day)
        case 5: return amended(id, on: day, isWhole: false)
        case 6: return amended(id, on: day, isWhole: true)
        default: return SmallContract.event(id, "accepted", on: day)
        }
    }

    /// Other terms: without the first installment, or with another title.
    private static func amended(_ id: String, on day: String, isWhole: Bool) -> String {
        let first =
            #"{"id":"first","label":"首付款","kind":"advance","amount":{"fixed":"400.00"},"when":{"event":"signed"}},"#
        let last = #""amount":{"fixed":"\#(isWhole ? "600.00" : "1000.00")"},"when":{"event":"accepted"}}"#
        let terms = #"""
            {"number":"A-1","title":"\#(id)","buyer":"buyer","supplier":"supplier","currency":"CNY","price":"1000.00","signedOn":"2024-01-10","installments":[\#(isWhole ? first : ""){"id":"last","label":"尾款","kind":"milestone",\#(last)]}
            """#
        return #"{"id":"\#(id)","kind":"amended","contract":\#(terms),"on":"\#(day)"}"#
    }
}
