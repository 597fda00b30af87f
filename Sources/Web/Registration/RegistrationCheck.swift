internal import Contracts
internal import HTML
internal import HTTPTypes
internal import JSON
internal import Operations
internal import Payables
internal import Serving
internal import Values

/// The last step: what is left to mend, else the contract as it would stand, and its registration.
struct RegistrationCheck {
    let visit: Visit
    let draft: TermsDraft
    private let words: RegistrationWords
    private let review: TermsReview

    init(_ visit: Visit, _ draft: TermsDraft) {
        self.visit = visit
        self.draft = draft
        words = visit.words.registration
        review = draft.review
    }

    /// One thing that has to be mended, and where.
    private struct Fault {
        let pointer: String
        let message: String
    }

    func page() async throws -> Answer {
        guard review.problems.isEmpty else {
            return page(
                .ok, review.problems.map { Fault(pointer: $0.pointer, message: $0.message(in: words.language)) })
        }
        do {
            let preview = try await visit.workspace.previewRegistration(review.written.bytes, by: visit.caller())
            let faults = preview.conflicts.map { Fault(pointer: $0.pointer, message: $0.message(in: words.language)) }
            return page(.ok, faults, preview)
        } catch { return try page(refusing: error) }
    }

    func save() async throws -> Answer {
        let form = RegistrationForm(draft, at: .check, visit.form, in: words)
        do {
            let contract = try await visit.workspace.registerContract(
                review.written.bytes, idempotencyKey: form.filled.key, by: visit.caller())
            return .seeOther(
                "/contracts/" + percentEncoded(contract.statement.terms.number), notice: words.registered)
        } catch { return try page(refusing: error) }
    }

    /// What the use case refused, in its places; what has none is no matter of this form.
    private func page(refusing error: any Error) throws -> Answer {
        let refusal = Refusal(error)
        let faults = refusal.errors(in: words.language).map { error in
            switch error.place {
            case .pointer(let pointer): Fault(pointer: pointer, message: error.message)
            case .parameter(let name): Fault(pointer: "/" + name, message: error.message)
            }
        }
        guard !faults.isEmpty else { throw error }
        return page(refusal.kind.status, faults)
    }

    /// Each of these pages has a key of its own: who goes back, changes something and registers again means it.
    private func page(
        _ status: HTTPResponse.Status, _ faults: [Fault], _ preview: RegistrationPreview? = nil
    ) -> Answer {
        let form = RegistrationForm(draft, at: .check, FormData(), in: words)
        return form.page(visit, status: status, mayRegister: faults.isEmpty && preview != nil) {
            element("p") { words.checkIntroduction }
            if !faults.isEmpty { list(of: faults, form) }
            if let preview { PreviewNodes(preview: preview, words: words, form: form).node }
        }
    }

    private func list(of faults: [Fault], _ form: RegistrationForm) -> Node {
        element("div", .class("errors"), .role("alert"), .id("errors"), Attribute("tabindex", "-1")) {
            element("h3") { words.problemsLeft(faults.count) }
            element("ul") {
                for fault in faults {
                    let view = RegistrationView.mending(fault.pointer)
                    let place = place(of: fault.pointer, view)
                    element("li") {
                        "\(place)：\(fault.message) "
                        form.button(
                            .show(view, isStrict: true), .class("plain"),
                            .aria("label", words.mend + words.of("\(place)：\(fault.message)"))
                        ) { words.mend }
                    }
                }
            }
        }
    }

    /// The label of the field that a place is of, behind the step where it stands.
    private func place(of pointer: String, _ view: RegistrationView) -> String {
        let fields = DraftFields(draft: draft, words: words).fields(of: view)
        let name = words.name(of: view)
        guard let field = fields.first(where: { $0.name == pointer }) else { return name }
        return "\(name)・\(field.field.label)"
    }
}
