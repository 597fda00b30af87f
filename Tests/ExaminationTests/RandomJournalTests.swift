import Audit
import Contracts
import DossierSupport
import Examination
import JSON
import Requests
import TestSupport
import Testing
import Values

/// Journals at random, honest or not: examination never crashes and never loses its way.
struct RandomJournalTests {
    @Test func whateverIsInAJournalIsExamined() throws {
        var random = SeededGenerator(named: "examination")
        var found: Set<ExaminationRule> = []
        var summaries: [ExaminationSummary] = []
        for number in 0..<60 {
            let contract = try Self.contract("C\(number)", &random)
            let examined = examine(contract)
            #expect(examine(contract).findings == examined.findings)
            #expect(examined.summary != nil || examined.findings.contains { $0.isOfTheWhole(contract.journal) })
            for finding in examined.findings {
                found.insert(finding.rule)
                #expect(finding.contract == "C\(number)")
                #expect(finding.entry.map { (1...contract.journal.entries.count).contains($0) } ?? true)
                #expect(Language.allCases.allSatisfy { !finding.detail.text(in: $0).isEmpty })
            }
            summaries += examined.summary.map { [$0] } ?? []
            let views = [Self.view(&random), Self.view(&random)]
            _ = try? ContractChanges(of: contract.journal, Story.calendars, from: views[0], to: views[1])
        }
        let across = examineAcross(summaries)
        #expect(examineAcross(summaries.reversed()) == across)
        #expect(found.isSuperset(of: [.paidBeforeAcceptance, .paidAbovePayable, .paidLate, .offHours, .uncomputable]))
    }

    private static func contract(_ number: String, _ random: inout SeededGenerator) throws -> ExaminedContract {
        var generator = RandomDossier(seed: random.next())
        let isGolden = Bool.random(using: &random)
        let golden = Cases.golden.randomElement(using: &random)?.dossier
        var dossier = try (isGolden ? golden : nil) ?? JSONTree(generator.json())
        dossier["/contract/number"] = .string(number)
        let registration: JSONTree = [
            "calendar": dossier["/calendar"] ?? "none", "contract": dossier["/contract"] ?? .null,
        ]
        let signed = dossier["/contract/signedOn"]?.string.flatMap { CalendarDay($0) } ?? .first
        var moment = Story.instant("\(signed)T00:00").microseconds
        var journal = ContractJournal(
            registration: SealedEntry(
                JournalEntry(
                    contract: number, number: 1, kind: .registered, origin: .imported,
                    recordedAt: Instant(microseconds: moment), recordedBy: "A", occurredOn: signed,
                    payload: Story.canonical(String(decoding: registration.bytes, as: UTF8.self)), previous: .none)))
        let facts = dossier["/facts"]?.elements ?? []
        for fact in Int.random(in: 0..<3, using: &random) == 0 ? facts.shuffled(using: &random) : facts {
            moment += Int64.random(in: 0...20 * 86_400_000_000, using: &random)
            guard let id = fact["/id"]?.string, let on = fact["/on"]?.string.flatMap({ CalendarDay($0) }),
                let kind = fact["/kind"]?.string.flatMap({ FactKind(rawValue: $0) })
            else { continue }
            let by = ["A", "B", "C"][Int.random(in: 0..<3, using: &random)]
            let origin = EntryOrigin.allCases[Int.random(in: 0...1, using: &random)]
            journal.append(
                .fact(kind, id: id), payload: Story.canonical(String(decoding: fact.bytes, as: UTF8.self)),
                occurredOn: on, origin: origin, at: Instant(microseconds: moment), by: by)
            guard Int.random(in: 0..<4, using: &random) == 0 else { continue }
            act(&journal, Instant(microseconds: moment), by: by, &random)
        }
        var contract = ExaminedContract(journal, calendars: Story.calendars, asOf: view(&random).asOf)
        contract.isSmallSupplier = [true, false, nil][Int.random(in: 0..<3, using: &random)]
        contract.refusedAttempts = [
            RefusedAttempt(at: Instant(microseconds: .min), by: "A", request: "r", refusal: .actedAlready)
        ]
        contract.accounts = [
            SupplierAccount(holder: "X", number: "", inForceFrom: Instant(microseconds: .min), inForceUntil: nil)
        ]
        return contract
    }

    /// A step of a payment request, or a void of anything, sensible or not.
    private static func act(
        _ journal: inout ContractJournal, _ at: Instant, by: String, _ random: inout SeededGenerator
    ) {
        let day = at.dayInChina ?? .last
        let pin = StatementPin(dossier: "", statement: "", payable: .zero, version: 9, asOf: day)
        let claim = RequestEvent.Claim(amount: Money(fen: .max), pin: pin, chain: [.finance])
        let steps: [RequestEvent.Step] = [
            .submitted(installment: "i1", claim), .approved(role: .finance), .reconfirmed(claim), .paid(payment: "pi1"),
            .stale(payable: nil), .rejected(reason: ""),
        ]
        if let step = steps.randomElement(using: &random), Bool.random(using: &random) {
            let event = RequestEvent("r", step)
            journal.append(
                .request(event), payload: event.canonicalBytes(), occurredOn: day, origin: .recorded, at: at, by: by)
        } else if let target = journal.facts.randomElement(using: &random)?.entry.kind.factID {
            let id = "void-\(journal.entries.count)"
            journal.append(
                .fact(.voided, id: id),
                payload: Story.canonical(
                    #"{"id":"\#(id)","kind":"voided","on":"\#(day)","fact":"\#(target)","reason":"R"}"#),
                occurredOn: day, origin: .recorded, at: at, by: by)
        }
    }

    private static func view(_ random: inout SeededGenerator) -> ContractChanges.View {
        let first = Story.day("2020-01-01").daysSince1970
        let days = Int(first) + Int.random(in: 0...4_000, using: &random)
        return ContractChanges.View(
            asOf: CalendarDay(daysSince1970: days) ?? .last,
            knownAt: Instant(microseconds: Int64(days) * 86_400_000_000))
    }
}

extension AuditFinding {
    /// Tells that the contract as a whole could not be examined.
    fileprivate func isOfTheWhole(_ journal: ContractJournal) -> Bool {
        rule == .uncomputable && entry == journal.entries.count
    }
}
