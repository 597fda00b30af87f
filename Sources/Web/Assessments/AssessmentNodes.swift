internal import Contracts
internal import HTML
internal import Operations
internal import Payables
internal import Values

/// The page of one assessment.
struct AssessmentNodes {
    let visit: Visit
    let answer: AssessmentAnswer

    var words: Words { visit.words }
    private var own: AssessmentWords { words.assessments }
    var statement: Statement { answer.statement }
    var terms: Contract { statement.terms }
    var place: AssessmentPlace { AssessmentPlace(visit) }

    @Content var page: Node {
        element("p", .class("soft")) {
            "\(own.contractLabel) "
            element("a", .href(place.contract)) { "\(terms.title)（\(terms.number)）" }
        }
        element("h1") {
            answer.assessment.label
            " "
            assessmentStatus(answer.state.rawValue, words)
        }
        figures
        for flag in statement.flags where concerns(flag) {
            element("p", .class("warning")) { flag.sentence(in: visit.language, terms) }
        }
        element("section", .class("block")) {
            element("h2") { own.whatFollows }
            for sentence in own.outlook(of: answer, today: visit.today) { element("p") { sentence } }
            actions
        }
        element("section", .class("block")) {
            element("h2") { own.moneyHeading }
            ResultNodes(words: words, statement: statement, position: answer.position).node
            rulingNode
            roundsTable
        }
        element("section", .class("block")) {
            element("h2") { own.curveHeading }
            CurveNodes(
                words: words, statement: statement, position: answer.position, curve: answer.curve, id: "curve"
            ).node
        }
        element("section", .class("block")) {
            element("h2") { own.rulesHeading }
            element("ul") {
                for rule in statement.rules(ofAssessment: answer.position, in: visit.language) {
                    element("li") { rule }
                }
            }
            partsTable
        }
        element("section", .class("block")) {
            element("h2") { own.procedureHeading }
            ProcedureNodes(visit: visit, answer: answer).node
        }
    }

    private var figures: Node {
        element("dl", .class("figures")) {
            figure(own.score) {
                if let outcome = answer.outcome {
                    own.points(outcome.score.description)
                    element("small") {
                        answer.assessment.isCombined ? words.day(outcome.on) : .text(own.round(answer.round))
                    }
                } else {
                    element("span", .class("soft")) { own.noResultYet }
                }
            }
            figure(own.deduction) {
                if let deduction = statement.deduction(of: answer.position) {
                    words.money(deduction)
                    if answer.state == .rectification { element("small") { own.provisional } }
                } else {
                    element("span", .class("soft")) { answer.outcome == nil ? "—" : own.awaitsRuling }
                }
            }
            if let position = answer.installment {
                figure(own.payableOfInstallment) {
                    money(statement.payable(ofInstallment: position))
                    element("small") { terms.installments[position].label }
                }
                figure(own.dueDay) {
                    words.day(statement.installments[position].dueOn)
                    element("small") { statement.installments[position].statusSentence(in: visit.language) }
                }
            }
        }
    }

    /// A sum, or that only a ruling can say.
    private func money(_ amount: Money?) -> Node {
        amount.map { words.money($0) } ?? element("span", .class("soft")) { own.awaitsRuling }
    }

    private func figure(_ name: String, @Content _ content: () -> Node) -> Node {
        element("div") {
            element("dt") { name }
            element("dd") { content() }
        }
    }

    /// Whether a flag speaks of this assessment.
    private func concerns(_ flag: Statement.Flag) -> Bool {
        switch flag {
        case .gap(let assessment), .veto(let assessment): assessment == answer.position
        case .terminationRight(let assessments): assessments.contains(answer.position)
        case .overpaid(let installment, _): installment == answer.installment
        case .calendarMissing: false
        }
    }

    /// What the visitor may do now.
    private var actions: Node {
        let state = answer.state
        let takesResult = statement.nextRound(of: answer.position) != nil && state != .settled && state != .lapsed
        let isOpen = state == .rectification || state == .ruling
        var links: [(text: String, path: String, isFirst: Bool)] = []
        if takesResult, visit.may(.recordAssessments) {
            let text = answer.rounds.isEmpty ? own.recordResult : own.recordReassessment
            links.append((text, place.newResult, true))
        }
        if isOpen, visit.may(.recordRulings) { links.append((own.recordRuling, place.ruling, state == .ruling)) }
        if state == .rectification, visit.may(.recordCollectiveDecisions) {
            links.append((own.waiveRectification, place.waiver, false))
        }
        if answer.outcome != nil { links.append((own.notice, place.notice, false)) }
        guard !links.isEmpty else { return .empty }
        return element("ul", .class("actions")) {
            for link in links {
                element("li") {
                    element("a", .class(link.isFirst ? "button primary" : "button"), .href(link.path)) { link.text }
                }
            }
        }
    }

    private var rulingNode: Node {
        guard let record = answer.ruling, case .ruling(_, let amount, let reason) = record.fact.kind else {
            return .empty
        }
        return group {
            element("h3") { own.rulingHeading }
            element("dl", .class("facts")) {
                element("dt") { own.amount }
                element("dd") {
                    words.money(amount); " "; element("span", .class("capitals")) { amount.inCapitals }
                }
                element("dt") { own.reason }
                element("dd") { reason }
                element("dt") { own.evidence }
                element("dd") { documentLink(record.fact.document, answer.documents, words) }
                element("dt") { own.recordedBy }
                element("dd") {
                    "\(record.recordedBy) · "; words.day(record.fact.on)
                }
            }
        }
    }

    /// The rounds beside one another; nothing where there was one.
    private var roundsTable: Node {
        guard answer.rounds.count > 1 else { return .empty }
        return dataTable(caption: own.roundsHeading) {
            headRow(
                (own.roundHeading, false), (own.score, true),
                (own.deduction, true), (own.payableOfInstallment, true), (own.difference, true))
            element("tbody") {
                for (index, round) in answer.rounds.enumerated() {
                    let before = index > 0 ? answer.rounds[index - 1].deduction : nil
                    element("tr") {
                        element("th", .scope("row")) { own.round(round.number) }
                        element("td", .class("sum")) { round.score.exact.description }
                        element("td", .class("sum")) { money(round.deduction) }
                        element("td", .class("sum")) { answer.installment == nil ? .text("—") : money(round.payable) }
                        element("td", .class("sum")) { words.change(from: before, to: round.deduction) }
                    }
                }
            }
        }
    }

    private var partsTable: Node {
        guard answer.assessment.isCombined else { return .empty }
        return dataTable(caption: own.parts) {
            headRow((own.assessment, false), (own.weight, true), (own.score, true), (own.stateHeading, false))
            element("tbody") {
                for part in answer.assessment.parts {
                    let assessment = terms.assessments[part.assessment]
                    element("tr") {
                        element("th", .scope("row")) {
                            element("a", .href(AssessmentPlace(number: place.number, id: assessment.id).path)) {
                                assessment.label
                            }
                        }
                        element("td", .class("sum")) { part.weight.description }
                        element("td", .class("sum")) { statement.outcomes[part.assessment]?.score.description ?? "—" }
                        element("td") {
                            assessmentStatus(statement.state(ofAssessment: part.assessment).rawValue, words)
                        }
                    }
                }
            }
        }
    }
}

extension Words {
    /// With a sign in front: +182,532.00; a dash where one of the sums is not known.
    func change(from before: Money?, to after: Money?) -> Node {
        guard let before, let after else { return .text("—") }
        let difference = Money(fen: after.fen &- before.fen)
        return element("span", .class("money")) { (difference.fen > 0 ? "+" : "") + difference.grouped }
    }
}

/// A document to be saved; a name that is no hash stands as it is.
func documentLink(_ document: String?, _ names: [String: String], _ words: Words) -> Node {
    guard let document else { return .text("—") }
    guard let name = names[document.lowercased()] else { return .text(document) }
    return element("a", .href("/documents/" + document.lowercased())) { name }
}
