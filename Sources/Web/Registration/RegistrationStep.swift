internal import HTTPTypes
internal import JSON
internal import Operations
internal import Serving

/// A form of the registration that came back: the terms it carried, what was typed, what its button asks for.
struct RegistrationStep {
    let visit: Visit
    private let words: RegistrationWords
    /// Nil where the form did not carry any terms of ours.
    private var draft: TermsDraft?
    private var view: RegistrationView
    private let action: RegistrationAction

    init(_ visit: Visit) {
        self.visit = visit
        words = visit.words.registration
        view = visit.form[RegistrationView.name].flatMap(RegistrationView.init(code:)) ?? .basics
        action = RegistrationAction(visit.form[RegistrationAction.name] ?? "")
        draft = TermsDraft(carried: visit.form[TermsDraft.name] ?? "")
        takeAnswers()
    }

    /// What was typed, then the choices between forms, then what follows from both.
    private mutating func takeAnswers() {
        guard var taken = draft else { return }
        let fields = DraftFields(draft: taken, words: words).fields(of: view)
        taken.take(fields, from: visit.form)
        for field in fields {
            guard let choice = TermsChoice(name: field.name),
                visit.form.fields.contains(where: { $0.name == field.name })
            else { continue }
            taken.choose(choice, visit.form[field.name] ?? "")
        }
        taken.resolveOpenings()
        draft = taken
    }

    /// The form as it is now, at the step where it was.
    var form: RegistrationForm? { draft.map { RegistrationForm($0, at: view, visit.form, in: words) } }

    /// The page that the button leads to.
    var answer: Answer {
        get async throws {
            guard var draft else { return .seeOther("/contracts/new", notice: words.draftLost) }
            guard draft.carried.utf8.count <= TermsDraft.mostBytes else {
                throw Refusal.bodyTooLarge(most: TermsDraft.mostBytes)
            }
            switch action {
            case .apply: return page(draft, view)
            case .next: return try await next(draft)
            case .show(let view, let isStrict): return try await show(draft, view, isStrict: isStrict)
            case .add(let list):
                let place = draft.add(to: list)
                return page(draft, RegistrationView.row(place) ?? view)
            case .remove(let place): draft.remove(place)
            case .move(let place, let distance): draft.move(place, by: distance)
            case .copy(let place):
                let copied = draft.copy(place)
                return page(draft, RegistrationView.row(copied) ?? view)
            case .addItem(let place):
                let item = visit.form["other:item:" + place] ?? visit.form["item:" + place] ?? ""
                draft.addItem(item, to: place)
            case .splitPrice: draft.splitPrice()
            case .download: return download(draft)
            case .save: return try await RegistrationCheck(visit, draft).save()
            }
            return page(draft, view)
        }
    }

    private func page(_ draft: TermsDraft, _ view: RegistrationView) -> Answer {
        var form = RegistrationForm(draft, at: view, visit.form, in: words)
        form.noteProblems(isStrict: false)
        return form.page(visit)
    }

    private func next(_ draft: TermsDraft) async throws -> Answer {
        var form = RegistrationForm(draft, at: view, visit.form, in: words)
        guard form.problems.isEmpty else {
            form.noteProblems(isStrict: true)
            return form.page(visit, status: .unprocessableContent)
        }
        return try await show(draft, view.step == view ? view.next : view.step, isStrict: false)
    }

    private func show(_ draft: TermsDraft, _ view: RegistrationView, isStrict: Bool) async throws -> Answer {
        if view == .check { return try await RegistrationCheck(visit, draft).page() }
        guard isStrict else { return page(draft, view) }
        var form = RegistrationForm(draft, at: view, visit.form, in: words)
        form.noteProblems(isStrict: true)
        return form.page(visit)
    }

    private func download(_ draft: TermsDraft) -> Answer {
        var answer = Answer(status: .ok, form: .file)
        answer.body = .bytes(draft.document.bytes)
        return answer.with(.contentType, "application/json")
            .with(.contentDisposition, ContentDisposition.attachment(words.draftName))
    }
}

extension RegistrationView {
    /// The page of a row that was just added or copied; nil for rows that stand on the page of their list.
    fileprivate static func row(_ place: String) -> RegistrationView? {
        let steps = place.split(separator: "/")
        guard steps.count == 3, let position = Int(steps[2]) else { return nil }
        switch steps[1] {
        case "installments": return .installment(position)
        case "assessments": return .assessment(position)
        default: return nil
        }
    }
}
