internal import Contracts
internal import Values

/// The form of a registration at one of its steps: the terms as they stand, what was typed, what is wrong with it.
struct RegistrationForm {
    let words: RegistrationWords
    var draft: TermsDraft
    let view: RegistrationView
    let review: TermsReview
    let fields: [DraftField]
    /// The step's fields as the page shows them.
    var filled: FilledForm
    /// What the form was sent with, so that sending it twice is known to be the same.
    let sent: FormData

    init(_ draft: TermsDraft, at view: RegistrationView, _ sent: FormData, in words: RegistrationWords) {
        self.words = words
        self.draft = draft
        self.view = Self.existing(view, in: draft)
        self.sent = sent
        review = draft.review
        fields = DraftFields(draft: draft, words: words).fields(of: self.view)
        var shown = FormData()
        if let key = sent[FilledForm.keyName] { shown.add(FilledForm.keyName, key) }
        for field in fields {
            // What is typed beside a list of codes stands in the list once it was taken over.
            let values =
                TermsChoice(name: field.name).map { [draft.chosen($0)] } ?? (field.isLeaf ? draft.shown(field) : [])
            for value in values { shown.add(field.name, value) }
        }
        filled = FilledForm(fields.map(\.field), shown)
    }

    /// A row may be gone when a page of it is asked for again.
    private static func existing(_ view: RegistrationView, in draft: TermsDraft) -> RegistrationView {
        switch view {
        case .installment(let position):
            draft.list("/contract/installments").indices.contains(position) ? view : .schedule
        case .assessment(let position):
            draft.list("/contract/assessments").indices.contains(position) ? view : .assessments
        default: view
        }
    }

    /// What is wrong in this step.
    var problems: [Problem] { review.problems.filter { view.holds($0.pointer) } }

    /// Notes what is wrong beside the fields; what is merely open only where `isStrict`.
    mutating func noteProblems(isStrict: Bool) {
        for problem in problems where isStrict || !problem.code.isOfOpenness { note(problem) }
    }

    private mutating func note(_ problem: Problem) {
        guard let field = field(of: problem.pointer) else { return filled.note("", message(of: problem)) }
        if problem.code == .missingField, draft.text(field.name).isEmpty {
            filled.note(field.name, words.pleaseFillIn(field.field.label))
        } else {
            filled.note(field.name, message(of: problem))
        }
    }

    private func message(of problem: Problem) -> String { problem.message(in: words.language) }

    /// The field of a place: its own, the first one in it, or that of what it is in.
    private func field(of pointer: String) -> DraftField? {
        var place = pointer
        while !place.isEmpty {
            if let field = fields.first(where: { $0.name == place }) { return field }
            if let field = fields.first(where: { $0.isLeaf && $0.name.hasPrefix(place + "/") }), place == pointer {
                return field
            }
            if let choice = fields.first(where: { TermsChoice(name: $0.name)?.place == place }) { return choice }
            place = TermsDraft.list(of: place)
        }
        return nil
    }
}

extension ProblemCode {
    /// Whether something is only not written yet.
    fileprivate var isOfOpenness: Bool {
        switch self {
        case .missingField, .emptyList, .feesDiffer, .grossDiffers: true
        default: false
        }
    }
}
