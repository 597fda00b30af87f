internal import Contracts
internal import HTML
internal import HTTPTypes
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// Recording results, waivers and rulings: the form, what it would change in yuan, then the fact.
    static let assessmentForms: [WebPage] =
        form(.result, "/contracts/{number}/assessments/{id}/results/new", .recordAssessments)
        + form(.waiver, "/contracts/{number}/assessments/{id}/waiver", .recordCollectiveDecisions)
        + form(.ruling, "/contracts/{number}/assessments/{id}/ruling", .recordRulings)

    private static func form(_ form: AssessmentForm, _ path: PathTemplate, _ permission: Permission) -> [WebPage] {
        [
            .get(path, .permissions([permission])) { visit in
                let answer = try await visit.assessment()
                let fields = form.fields(answer, visit.words.assessments, today: visit.today)
                return page(form, visit, answer, FilledForm(fields))
            },
            .post(path, .permissions([permission]), body: .upload(most: AssessmentForm.mostOfUploads)) { visit in
                try await sent(form, visit)
            },
        ]
    }

    /// What was sent is looked at first, then saved, or taken back to be changed.
    private static func sent(_ form: AssessmentForm, _ visit: Visit) async throws -> Answer {
        let answer = try await visit.assessment()
        let (data, refused) = try await visit.storingFiles()
        var filled = FilledForm(form.fields(answer, visit.words.assessments, today: visit.today), data)
        for (field, refusal) in refused {
            filled.note(field, refusal.detail(in: visit.language) ?? refusal.kind.title(in: visit.language))
        }
        let task = visit.form["do"]
        if task == "change" { return page(form, visit, answer, filled) }
        filled.check(in: visit.language)
        guard !filled.isFaulty else { return page(form, visit, answer, filled) }
        let body = filled.json(adding: form.constants(answer))
        do {
            if task == "save", let version = filled[AssessmentForm.version].flatMap({ Int($0) }) {
                try await visit.workspace.recordAssessmentFact(
                    body, of: visit.path[0], idempotencyKey: filled.key, expectedVersion: version,
                    by: try visit.caller())
                let notice = visit.words.assessments.recordedNotice(answer.assessment.label)
                return .seeOther(AssessmentPlace(visit).path, notice: notice)
            }
            let weighed = try await visit.workspace.weighAssessmentFact(
                body, of: visit.path[0], by: try visit.caller())
            return preview(form, visit, answer, filled, weighed)
        } catch {
            filled.note(Refusal(error), in: visit.language)
            return page(form, visit, answer, filled)
        }
    }

    private static func page(
        _ form: AssessmentForm, _ visit: Visit, _ answer: AssessmentAnswer, _ filled: FilledForm
    ) -> Answer {
        let words = visit.words
        let title = form.title(answer, words.assessments)
        let status: HTTPResponse.Status = filled.isFaulty ? .unprocessableContent : .ok
        return visit.page("\(title) · \(answer.assessment.label)", .assessments, status: status) {
            AssessmentFormNodes(form: form, visit: visit, answer: answer, filled: filled).page
        }
    }

    private static func preview(
        _ form: AssessmentForm, _ visit: Visit, _ answer: AssessmentAnswer, _ filled: FilledForm,
        _ weighed: WeighedFact
    ) -> Answer {
        visit.page("\(form.title(answer, visit.words.assessments)) · \(answer.assessment.label)", .assessments) {
            AssessmentPreviewNodes(form: form, visit: visit, answer: answer, filled: filled, weighed: weighed).page
        }
    }
}
