internal import Contracts
internal import HTML
internal import HTTPTypes
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// Recording the steps on the way to a result and to the supplier: they change no figure, so they are not weighed.
    static let assessmentSteps: [WebPage] = AssessmentStep.allCases.flatMap { step -> [WebPage] in
        let path = PathTemplate(stringLiteral: "/contracts/{number}/assessments/{id}/steps/" + step.rawValue)
        return [
            WebPage.get(path, .permissions([step.permission]), query: ["round"]) { visit in
                let answer = try await visit.assessment()
                let round = try visit.call.query {
                    $0.integer("round", in: 1...1 + answer.assessment.rectifications)
                }
                return stepPage(
                    step, visit, answer, FilledForm(stepFields(step, visit, round: round ?? max(1, answer.round))))
            },
            .post(path, .permissions([step.permission]), body: .upload(most: AssessmentForm.mostOfUploads)) { visit in
                try await sent(step, visit)
            },
        ]
    }

    private static let stepRound = "round"
    private static let stepScore = "score"

    private static func stepFields(_ step: AssessmentStep, _ visit: Visit, round: Int) -> [Field] {
        let words = visit.words.assessments
        let hint =
            switch step {
            case .delivery: words.deliveryHint
            case .decision: words.decisionHint
            case .selfAssessment, .firstAssessment: ""
            }
        var day = AssessmentForm.day(words.dayOfFact, visit.today)
        day.hint = hint
        let document = AssessmentForm.document(words.evidence, words)
        var fields = [
            Field(name: stepRound, label: "", kind: .hidden, standard: String(round)), day,
        ]
        if step == .selfAssessment || step == .firstAssessment {
            fields.append(Field(name: stepScore, label: words.stepScore, kind: .decimal, hint: words.scoreHint))
        }
        fields += [AssessmentForm.note(words), document]
        return fields + [AssessmentForm.fileNameField(document)].compactMap(\.self)
    }

    private static func sent(_ step: AssessmentStep, _ visit: Visit) async throws -> Answer {
        let answer = try await visit.assessment()
        let (data, refused) = try await visit.storingFiles()
        let round = data[stepRound].flatMap { Int($0) } ?? 1
        var filled = FilledForm(stepFields(step, visit, round: round), data)
        for (field, refusal) in refused {
            filled.note(field, refusal.detail(in: visit.language) ?? refusal.kind.title(in: visit.language))
        }
        filled.check(in: visit.language)
        if let score = filled[stepScore], Score(score) == nil {
            filled.note(stepScore, visit.words.assessments.scoreProblem)
        }
        guard !filled.isFaulty, (1...1 + answer.assessment.rectifications).contains(round) else {
            return stepPage(step, visit, answer, filled)
        }
        do {
            var worded = data
            worded.add("/note", note(step, filled))
            let body = FilledForm(filled.fields, worded).json(adding: [
                ("/kind", "event"), ("/event", step.event(of: answer.assessment.id, round: round)),
            ])
            try await visit.workspace.recordAssessmentFact(
                body, of: visit.path[0], idempotencyKey: filled.key, by: try visit.caller())
            return .seeOther(
                AssessmentPlace(visit).path,
                notice: visit.words.assessments.recordedNotice(visit.words.assessments.name(of: step)))
        } catch {
            filled.note(Refusal(error), in: visit.language)
            return stepPage(step, visit, answer, filled)
        }
    }

    /// An event has words, no score: it is said in front of what was typed.
    private static func note(_ step: AssessmentStep, _ filled: FilledForm) -> String {
        let typed = filled["/note"] ?? ""
        guard let score = filled[stepScore] else { return typed }
        return Words(language: .chinese).assessments.noted(score: score, of: step) + typed
    }

    private static func stepPage(
        _ step: AssessmentStep, _ visit: Visit, _ answer: AssessmentAnswer, _ filled: FilledForm
    ) -> Answer {
        let words = visit.words
        let place = AssessmentPlace(visit)
        let title = words.assessments.recordStep(step)
        let round = filled[stepRound].flatMap { Int($0) } ?? 1
        let status: HTTPResponse.Status = filled.isFaulty ? .unprocessableContent : .ok
        return visit.page("\(title) · \(answer.assessment.label)", .assessments, status: status) {
            breadcrumb(place, answer)
            element("h1") { title }
            element("p") { words.assessments.heading(ofRound: round, isCombined: answer.assessment.isCombined) }
            element(
                "form", Attribute("method", "post"), Attribute("action", place.step(step)),
                Attribute("enctype", "multipart/form-data"), Attribute("novalidate", nil), .class("form")
            ) {
                filled.keyNode
                filled.errorSummary(in: words)
                for field in filled.fields {
                    if case .file = field.kind {
                        uploadNode(field, filled, words)
                    } else {
                        filled.node(of: field, in: words)
                    }
                }
                element("div", .class("buttons")) {
                    element("button", .class("primary")) { words.save }
                    element("a", .class("button"), .href(place.path)) { words.back }
                }
            }
        }
    }
}
