internal import Contracts
internal import HTML
internal import Operations
internal import Payables
internal import Values

/// The way to each round's result and from there to the supplier: who recorded what, when, and on what evidence.
struct ProcedureNodes {
    let visit: Visit
    let answer: AssessmentAnswer

    private var words: Words { visit.words }
    private var own: AssessmentWords { words.assessments }
    private var place: AssessmentPlace { AssessmentPlace(visit) }
    private var isCombined: Bool { answer.assessment.isCombined }

    var node: Node { group { for round in rounds { node(ofRound: round) } } }

    /// Those with anything recorded, and the one that comes next.
    private var rounds: [Int] {
        if isCombined { return [1] }
        let isOpen = answer.state != .settled && answer.state != .lapsed
        let next = isOpen ? answer.statement.nextRound(of: answer.position) : nil
        let stepped = (1...1 + answer.assessment.rectifications).prefix(10).filter { round in
            AssessmentStep.allCases.contains { !answer.records(of: $0, round: round).isEmpty }
        }
        return Set(answer.rounds.map(\.number) + stepped + [next].compactMap(\.self)).sorted()
    }

    private func node(ofRound number: Int) -> Node {
        let heading = own.heading(ofRound: number, isCombined: isCombined)
        return group {
            dataTable(caption: heading) {
                headRow(
                    (own.step, false), (own.dayHeading, false), (own.content, false), (own.evidence, false),
                    (own.recordedBy, false))
                element("tbody") {
                    if !isCombined {
                        rows(of: .selfAssessment, number)
                        rows(of: .firstAssessment, number)
                    }
                    rows(of: .decision, number)
                    if !isCombined { resultRow(number) }
                    rows(of: .delivery, number)
                    if number == answer.round { row(own.waiver, answer.waiver) }
                }
            }
            if let round = answer.rounds.first(where: { $0.number == number }) { sheet(round) }
        }
    }

    private func rows(of step: AssessmentStep, _ round: Int) -> Node {
        let records = answer.records(of: step, round: round)
        let name = own.name(of: step)
        guard records.isEmpty else { return group { for record in records { row(name, record) } } }
        let isPossible = step != .delivery || answer.outcome != nil
        return element("tr") {
            element("th", .scope("row")) { name }
            element("td", Attribute("colspan", "4")) {
                element("span", .class("soft")) { own.notRecorded }
                if isPossible, visit.may(step.permission) {
                    " "
                    element("a", .href("\(place.step(step))?round=\(round)")) { own.recordStep(step) }
                }
            }
        }
    }

    @Content private func row(_ name: String, _ record: AssessmentRecord?) -> Node {
        if let record {
            element("tr") {
                element("th", .scope("row")) { name }
                element("td") { words.day(record.fact.on) }
                element("td", .class("words")) { record.fact.note ?? "—" }
                element("td") { documentLink(record.fact.document, answer.documents, words) }
                element("td") { recorder(record) }
            }
        }
    }

    private func recorder(_ record: AssessmentRecord) -> Node {
        group {
            record.recordedBy
            element("br")
            element("span", .class("soft small")) { words.moment(record.recordedAt) }
        }
    }

    private func resultRow(_ number: Int) -> Node {
        guard let round = answer.rounds.first(where: { $0.number == number }) else {
            return element("tr") {
                element("th", .scope("row")) { own.result }
                element("td", Attribute("colspan", "4")) { element("span", .class("soft")) { own.notRecorded } }
            }
        }
        return element("tr") {
            element("th", .scope("row")) { own.result }
            element("td") { words.day(round.record.fact.on) }
            element("td", .class("words")) {
                element("strong") { own.points(round.score.exact.description) }
                criteria(own.failedCriteria, round.result.failed)
                criteria(own.vetoedCriteria, round.result.vetoed)
                if let note = round.record.fact.note {
                    element("br")
                    note
                }
            }
            element("td") { documentLink(round.record.fact.document, answer.documents, words) }
            element("td") { recorder(round.record) }
        }
    }

    @Content private func criteria(_ name: String, _ list: [String]) -> Node {
        if !list.isEmpty {
            element("br")
            "\(name)："
                + list.map { answer.assessment.name(ofCriterion: $0, in: visit.language) }
                .joined(separator: words.choose("、", ", "))
        }
    }

    /// The scoring sheet with the round's incidents; nothing where the score was given as such.
    @Content private func sheet(_ round: AssessmentRound) -> Node {
        if case .incidents(let incidents) = round.result.score {
            dataTable(caption: "\(own.sheetHeading) · \(own.round(round.number))") {
                headRow(
                    (own.criterion, false), (own.mostPoints, true), (own.eachPoints, true),
                    (own.incidents, true), (own.score, true), (own.evidence, false))
                element("tbody") {
                    for criterion in answer.assessment.sheet {
                        row(criterion, incidents.first { $0.criterion == criterion.id }?.count ?? 0, round.number)
                    }
                }
                element("tfoot") {
                    element("tr") {
                        element("th", .scope("row"), Attribute("colspan", "4")) { own.sheetTotal }
                        element("td", .class("sum")) { round.score.exact.description }
                        element("td")
                    }
                }
            }
        }
    }

    private func row(_ criterion: Assessment.SheetCriterion, _ count: Int, _ round: Int) -> Node {
        element("tr") {
            element("th", .scope("row")) { criterion.label }
            element("td", .class("sum")) { criterion.max.exact.description }
            element("td", .class("sum")) { criterion.each.exact.description }
            element("td", .class("sum")) { String(count) }
            element("td", .class("sum")) { criterion.points(after: count).exact.description }
            element("td", .class("words")) {
                for record in answer.evidence(for: criterion.id, round: round) {
                    element("p") {
                        record.fact.note ?? ""
                        if record.fact.document != nil {
                            " "
                            documentLink(record.fact.document, answer.documents, words)
                        }
                    }
                }
            }
        }
    }
}
