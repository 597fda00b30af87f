internal import Audit
internal import Contracts
internal import HTML
internal import HTTPTypes
internal import JSON
internal import Operations
internal import Payables
internal import Serving
internal import Values

extension WebPage {
    /// Taking a fact back: asked once, with what it changes in money.
    static let voidFact: [WebPage] = [
        .get("/contracts/{number}/facts/{id}/void", .permissions([.voidFacts])) { visit in
            try await FactVoiding(visit).page(FilledForm(FactVoiding.fields(visit)))
        },
        .post("/contracts/{number}/facts/{id}/void", .permissions([.voidFacts])) { visit in
            try await FactVoiding(visit).answer()
        },
    ]
}

/// The voiding of one fact of a contract by a visitor.
private struct FactVoiding {
    let visit: Visit
    let nodes: ContractNodes
    /// The place of the fact in the dossier.
    let place: Int

    var words: Words { visit.words }

    init(_ visit: Visit) async throws {
        self.visit = visit
        let sheet = try await visit.workspace.contractSheet(of: visit.path[0], by: try visit.caller())
        guard let place = sheet.statement.dossier.facts.firstIndex(where: { $0.id == visit.path[1] }) else {
            throw Refusal.unknownPath
        }
        self.place = place
        nodes = ContractNodes(sheet: sheet, view: ContractView(visit.path[0], visit.words), visit: visit)
    }

    static func fields(_ visit: Visit) -> [Field] {
        [
            Field(name: "/reason", label: visit.words.reason, kind: .longText, isRequired: true),
            Field(
                name: "/on", label: visit.words.voidedOn, kind: .day, isRequired: true,
                standard: visit.today.description),
        ]
    }

    private func body(_ form: FilledForm, reason: String? = nil) -> [UInt8] {
        var constants: [(pointer: String, text: String)] = [
            ("/kind", FactKind.voided.rawValue), ("/fact", visit.path[1]),
        ]
        if let reason { constants.append(("/reason", reason)) }
        return form.json(adding: constants)
    }

    /// What voiding it changes, or why it cannot be voided.
    private func preview() async throws -> (preview: FactPreview?, refused: [String]) {
        do throws(OperationError) {
            // Why is asked below; what it changes does not depend on it.
            let fact = body(FilledForm(Self.fields(visit)), reason: "—")
            return (try await visit.workspace.previewFact(fact, of: visit.path[0], by: try visit.caller()), [])
        } catch {
            guard case .invalid(let problems) = error else { throw error }
            return (nil, problems.list.map { $0.message(in: visit.language) })
        }
    }

    func answer() async throws -> Answer {
        var form = FilledForm(Self.fields(visit), visit.form)
        form.check(in: visit.language)
        guard !form.isFaulty else { return try await page(form) }
        do {
            _ = try await visit.workspace.recordFact(
                body(form), of: visit.path[0], idempotencyKey: form.key, by: try visit.caller())
            let entry = nodes.sheet.journal.facts[place].entry.number
            return .seeOther(nodes.view.path(toEntry: entry), notice: words.factVoided(entry))
        } catch {
            let refusal = Refusal(error)
            form.note(refusal, in: visit.language)
            return try await page(form, status: refusal.kind.status)
        }
    }

    /// The fact in words, what voiding it changes, and the question why.
    func page(_ form: FilledForm, status: HTTPResponse.Status = .unprocessableContent) async throws -> Answer {
        let fact = nodes.statement.dossier.facts[place]
        let entry = nodes.sheet.journal.facts[place].entry
        let title = words.voidTitle(entry.number)
        let (preview, refused) = try await preview()
        return visit.page("\(title) \(visit.path[0])", .contracts, status: form.isFaulty ? status : .ok) {
            nodes.formHead(title)
            element("p") {
                words.day(fact.on)
                words.comma
                words.sentence(of: fact, nodes.terms)
            }
            element("p") { words.voidHint }
            if let preview {
                changes(preview, words)
                form.node(action: nodes.view.plainPath("/facts/\(percentEncoded(fact.id))/void"), in: words) {
                    element("button", .class("danger")) { words.voidNow }
                    element("a", .class("button"), .href(nodes.view.path(toEntry: entry.number))) { words.cancel }
                }
            } else {
                element("p", .class("warning")) { words.cannotBeVoided }
                element("ul") { for message in refused { element("li") { message } } }
            }
        }
    }
}
