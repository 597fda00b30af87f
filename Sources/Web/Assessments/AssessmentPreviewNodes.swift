internal import Contracts
internal import HTML
internal import Operations
internal import Payables
internal import Serving
internal import Values

/// What a fact would change, in yuan, before it is recorded.
struct AssessmentPreviewNodes {
    let form: AssessmentForm
    let visit: Visit
    let answer: AssessmentAnswer
    let filled: FilledForm
    let weighed: WeighedFact

    private var words: Words { visit.words }
    private var own: AssessmentWords { words.assessments }
    private var place: AssessmentPlace { AssessmentPlace(visit) }

    @Content var page: Node {
        breadcrumb(place, answer)
        element("h1") { form.title(answer, own) }
        element("p", .class("warning")) { own.nothingRecordedYet }
        element("section", .class("block")) {
            element("h2") { own.whatItChanges }
            comparison
            for sentence in consequences { element("p") { sentence } }
            ResultNodes(words: words, statement: weighed.after, position: weighed.position).lines
        }
        element("section", .class("block")) {
            element("h2") { own.whatIsRecorded }
            recorded
            buttons
        }
        element("section", .class("block")) {
            element("h2") { own.curveHeading }
            CurveNodes(
                words: words, statement: weighed.after, position: weighed.position, curve: weighed.curve, id: "curve"
            ).node
        }
    }

    /// The figures that people ask for, before and after.
    private var comparison: Node {
        dataTable(caption: own.whatItChanges) {
            headRow((own.item, false), (own.asItIs, true), (own.asItWouldBe, true), (own.changeInYuan, true))
            element("tbody") {
                scoreRow
                for (name, before, after) in amounts {
                    element("tr") {
                        element("th", .scope("row")) { name }
                        element("td", .class("sum")) { before.map { words.money($0) } ?? .text(own.awaitsRuling) }
                        element("td", .class("sum")) { after.map { words.money($0) } ?? .text(own.awaitsRuling) }
                        element("td", .class("sum")) { words.change(from: before, to: after) }
                    }
                }
                element("tr") {
                    element("th", .scope("row")) { own.stateHeading }
                    element("td", .class("sum")) { answer.state.name(in: visit.language) }
                    element("td", .class("sum")) {
                        weighed.after.state(ofAssessment: weighed.position).name(in: visit.language)
                    }
                    element("td")
                }
            }
        }
    }

    private var scoreRow: Node {
        element("tr") {
            element("th", .scope("row")) { own.score }
            element("td", .class("sum")) { answer.outcome?.score.description ?? "—" }
            element("td", .class("sum")) {
                element("strong") { weighed.after.outcomes[weighed.position]?.score.description ?? "—" }
            }
            element("td")
        }
    }

    /// Sums before and after; nil where only a ruling can say.
    private var amounts: [(String, Money?, Money?)] {
        let deducted = answer.outcome == nil ? .zero : weighed.before.deduction(of: answer.position)
        var rows = [(own.deduction, deducted, weighed.after.deduction(of: weighed.position))]
        if let before = answer.installment, let after = weighed.after.installment(decidedBy: weighed.position) {
            let label = weighed.after.terms.installments[after].label
            rows.append(
                (
                    "\(label) \(own.payableOfInstallment)", weighed.before.payable(ofInstallment: before),
                    weighed.after.payable(ofInstallment: after)
                ))
        }
        return rows
    }

    /// The difference to the round before, and flags that are new.
    private var consequences: [String] {
        var sentences: [String] = []
        if form == .result, let last = answer.rounds.last, let before = last.deduction,
            let after = weighed.after.deduction(of: weighed.position)
        {
            sentences.append(own.comparedToLastRound(Money(fen: after.fen &- before.fen), last.number))
        }
        return sentences
            + weighed.after.flags.filter { !weighed.before.flags.contains($0) }.map {
                $0.sentence(in: visit.language, weighed.after.terms)
            }
    }

    /// What was typed, as it will stand in the journal.
    private var recorded: Node {
        element("dl", .class("facts")) {
            if form == .result {
                element("dt") { own.roundHeading }
                element("dd") { own.round(filled[AssessmentForm.round].flatMap { Int($0) } ?? 1) }
            }
            for field in filled.fields where isShown(field) {
                element("dt") { field.label }
                element("dd") { value(of: field) }
            }
        }
    }

    private func isShown(_ field: Field) -> Bool {
        field.name.hasPrefix("/") && field.name != AssessmentForm.round && filled[field.name] != nil
    }

    private func value(of field: Field) -> Node {
        let typed = filled[field.name] ?? ""
        switch field.kind {
        case .money:
            guard let amount = Money(typed: typed) else { return .text(typed) }
            return group {
                words.money(amount)
                " "
                element("span", .class("capitals")) { amount.inCapitals }
            }
        case .day: return CalendarDay(typed).map { words.day($0) } ?? .text(typed)
        case .checks: return .text(filled.all(field.name).joined(separator: words.choose("、", ", ")))
        case .file:
            return element("a", .href("/documents/" + percentEncoded(typed))) {
                filled[AssessmentForm.fileName(of: field.name)] ?? typed
            }
        case .longText: return element("span", .class("words")) { typed }
        default: return .text(typed)
        }
    }

    private var buttons: Node {
        element(
            "form", Attribute("method", "post"), Attribute("action", form.path(place)),
            Attribute("enctype", "multipart/form-data")
        ) {
            filled.keyNode
            element("input", .type("hidden"), .name(AssessmentForm.version), .value(String(weighed.version)))
            for field in filled.fields where field.name != AssessmentForm.version {
                for value in filled.all(field.name) {
                    element("input", .type("hidden"), .name(field.name), .value(value))
                }
            }
            element("div", .class("buttons")) {
                element("button", .class("primary"), .name("do"), .value("save")) { own.confirmRecording }
                element("button", .name("do"), .value("change")) { own.change }
            }
        }
    }
}
