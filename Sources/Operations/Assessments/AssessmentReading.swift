internal import Audit
internal import Contracts
internal import JSON
internal import Payables
internal import Values

extension AssessmentAnswer {
    /// Rounds whose figures are worked out for one answer, the last ones: terms may allow a hundred.
    private static let mostRounds = 10

    init(_ id: String, _ journal: ContractJournal, asOf day: CalendarDay, _ holidays: HolidayTable) throws {
        let reading = AssessmentReading(journal: journal, day: day, holidays: holidays)
        let statement = try reading.statement()
        guard let position = statement.terms.assessments.firstIndex(where: { $0.id == id }) else {
            throw Problems([Problem(pointer: "/assessment", code: .unknownAssessment, detail: id)])
        }
        let live = reading.live(statement, ofAssessment: id)
        let results = live.compactMap { record -> (AssessmentRecord, AssessmentResult)? in
            if case .assessment(let result) = record.fact.kind { (record, result) } else { nil }
        }.sorted { $0.1.round < $1.1.round }.suffix(Self.mostRounds)
        let judging = live.filter { if case .event = $0.fact.kind { false } else { true } }
        let rounds = try results.map { record, result in
            let later = judging.filter { other in
                if case .assessment(let another) = other.fact.kind { another.round > result.round } else { true }
            }
            let alone = later.isEmpty ? statement : try reading.statement(without: later.map(\.fact.id))
            return AssessmentRound(
                number: result.round, record: record, result: result,
                score: statement.terms.assessments[position].score(of: result.score),
                deduction: alone.deduction(of: position),
                payable: alone.installment(decidedBy: position).flatMap(alone.payable(ofInstallment:)))
        }
        self.init(
            statement: statement, position: position, curve: statement.curve(ofAssessment: position), rounds: rounds,
            records: live.filter { if case .assessment = $0.fact.kind { false } else { true } }, documents: [:],
            version: journal.head.entry.number)
    }
}

extension Statement {
    /// What is payable against the score of an assessment; where it has no result, as if it had the highest.
    func curve(ofAssessment position: Int) -> PayableCurve? {
        let hasResult = dossier.standing.results[position].recorded != nil
        return try? PayableCurve(
            of: hasResult ? dossier : dossier.assuming(.highest, for: position), assessment: position)
    }
}

/// A journal read for one day, with or without some of its facts.
private struct AssessmentReading {
    let journal: ContractJournal
    let day: CalendarDay
    let holidays: HolidayTable

    /// The statement as if facts had been voided.
    func statement(without facts: [String] = []) throws(Problems) -> Statement {
        let voids = facts.enumerated().map { index, fact in
            var output = TextOutput()
            output.write(object: [
                "fact": .text(fact), "id": .text(journal.freeFactID(behind: index)), "kind": .text("voided"),
                "on": .text(day.description), "reason": .text("what-if"),
            ])
            return output.bytes
        }
        return try StatementAnswer(of: journal.dossier(asOf: day, further: voids), version: 0, holidays).statement
    }

    /// What counts of an assessment: its results, waivers, rulings and steps.
    func live(_ statement: Statement, ofAssessment id: String) -> [AssessmentRecord] {
        let entries = journal.facts
        return statement.dossier.facts.enumerated().compactMap { position, fact in
            guard fact.on <= day, !statement.dossier.standing.voided.contains(position), fact.speaks(ofAssessment: id)
            else { return nil }
            let entry = entries[position].entry
            return AssessmentRecord(fact: fact, recordedAt: entry.recordedAt, recordedBy: entry.recordedBy)
        }
    }
}

extension Fact {
    /// Events count that begin as those of steps and evidence do; whoever looks for one asks for its whole name.
    fileprivate func speaks(ofAssessment id: String) -> Bool {
        switch kind {
        case .assessment(let result): result.assessment == id
        case .rectificationWaived(let assessment), .ruling(let assessment, _, _): assessment == id
        case .event(let name, _): name.hasPrefix("assessment-")
        default: false
        }
    }
}
