internal import Contracts
internal import HTML
internal import HTTPTypes
internal import JSON
internal import Operations
internal import Payables
internal import Serving
internal import Values

extension WebPage {
    /// A supplementary agreement: the new terms, compared with those in force, then recorded.
    static let amend: [WebPage] = [
        .get("/contracts/{number}/amend", .permissions([.amendContracts])) { visit in
            let amending = try await Amending(visit)
            let contract = try await visit.workspace.contract(visit.path[0], by: try visit.caller())
            return amending.page(
                FilledForm(amending.fields(terms: indented(json: contract.terms))))
        },
        .post(
            "/contracts/{number}/amend", .permissions([.amendContracts]), body: .upload(most: DocumentUpload.mostBytes)
        ) { visit in
            try await Amending(visit).answer()
        },
    ]
}

/// The amendment of a contract by a visitor.
private struct Amending {
    let visit: Visit
    let nodes: ContractNodes

    static let terms = "terms"
    static let file = "terms-file"

    var words: Words { visit.words }
    var action: String { nodes.view.plainPath("/amend") }

    init(_ visit: Visit) async throws {
        self.visit = visit
        let sheet = try await visit.workspace.contractSheet(of: visit.path[0], by: try visit.caller())
        guard sheet.isOwn else { throw OperationError.forbidden(.amendContracts) }
        nodes = ContractNodes(sheet: sheet, view: ContractView(visit.path[0], visit.words), visit: visit)
    }

    func fields(terms: String = "") -> [Field] {
        [
            Field(
                name: "/on", label: words.amendedOn, kind: .day, isRequired: true,
                standard: visit.today.description),
            Field(
                name: Self.file, label: words.termsFile, kind: .file(accept: ".json,.yaml,.yml"),
                hint: words.termsFileHint),
            Field(name: Self.terms, label: words.newTerms, kind: .longText, hint: words.newTermsHint, standard: terms),
            Field(name: "/note", label: words.note, kind: .longText),
            DocumentUpload.question(words),
            Field(name: "/document", label: "", kind: .hidden),
            Field(name: FactForm.documentName, label: "", kind: .hidden),
        ]
    }

    func answer() async throws -> Answer {
        var sent = visit.form
        if let file = sent.file(Self.file) { sent.add(Self.terms, String(decoding: file.bytes, as: UTF8.self)) }
        let upload = await DocumentUpload.keep(in: &sent, visit)
        var form = FilledForm(fields(), sent)
        if let upload {
            form.note(upload, ofDocumentIn: visit)
            return page(form)
        }
        let step = RecordingStep(sent)
        if step == .edit { return page(form) }
        form.check(in: visit.language)
        guard let body = body(of: &form), !form.isFaulty else { return page(form) }
        let version = sent[RecordingStep.version].flatMap { Int($0) }
        do {
            if step == .save { return try await save(form, body, version) }
            return preview(
                form, try await visit.workspace.previewFact(body, of: visit.path[0], by: try visit.caller()))
        } catch OperationError.versionDiffers {
            let shown = try await visit.workspace.previewFact(body, of: visit.path[0], by: try visit.caller())
            return preview(form, shown, warning: words.somebodyWasFaster)
        } catch {
            let refusal = Refusal(error)
            form.note(refusal, ofTermsIn: visit.language)
            return page(form, status: refusal.kind.status)
        }
    }

    /// The fact as the use case reads it; nil where the terms are no JSON or YAML.
    private func body(of form: inout FilledForm) -> [UInt8]? {
        guard let text = form[Self.terms] else {
            form.note(Self.terms, words.giveTerms)
            return nil
        }
        do throws(TermsInput.Fault) {
            let terms = try TermsInput.json(Array(text.utf8))
            let rest = form.json(adding: [("/kind", FactKind.amended.rawValue)])
            return Array("{\"contract\":".utf8) + terms + [UInt8(ascii: ",")] + rest.dropFirst()
        } catch {
            form.note(Self.terms, words.unreadableTerms(error.place, isYAML: error.isYAML))
            return nil
        }
    }

    private func save(_ form: FilledForm, _ body: [UInt8], _ version: Int?) async throws -> Answer {
        let fact = try await visit.workspace.recordFact(
            body, of: visit.path[0], idempotencyKey: form.key, expectedVersion: version, by: try visit.caller())
        return .seeOther(nodes.view.plainPath("/terms"), notice: words.factRecorded(fact.entry))
    }

    func page(_ form: FilledForm, status: HTTPResponse.Status = .unprocessableContent) -> Answer {
        visit.page("\(words.amend) \(visit.path[0])", .contracts, status: form.isFaulty ? status : .ok) {
            nodes.formHead(words.amend)
            element("p") { words.amendIntroduction }
            if let name = form[FactForm.documentName] { element("p") { words.documentKept(name) } }
            element("div", .class("wide-form")) {
                form.node(action: action, in: words, isUpload: true) {
                    element(
                        "button", .class("primary"), .name(RecordingStep.name), .value(RecordingStep.preview.rawValue)
                    ) { words.compareTerms }
                    element("a", .class("button"), .href(nodes.view.plainPath())) { words.cancel }
                }
            }
        }
    }

    private func preview(_ form: FilledForm, _ preview: FactPreview, warning: String? = nil) -> Answer {
        visit.page("\(words.amend) \(visit.path[0])", .contracts, status: warning == nil ? .ok : .conflict) {
            nodes.formHead(words.amend)
            if let warning { element("p", .class("warning"), .role("alert")) { warning } }
            clauseChanges(from: preview.before.terms, to: preview.after.terms, words)
            changes(preview, words)
            if let name = form[FactForm.documentName] { element("p") { words.withDocument(name) } }
            form.recording(
                action: action, version: preview.version, leaving: nodes.view.plainPath(), in: words,
                words.recordAmendment)
        }
    }
}

extension FilledForm {
    /// Notes what is wrong with new terms beside them, each with its place in them.
    fileprivate mutating func note(_ refusal: Refusal, ofTermsIn language: Language) {
        let found = refusal.errors(in: language)
        guard !found.isEmpty else { return note(refusal, in: language) }
        for error in found {
            guard case .pointer(let pointer) = error.place else { continue }
            if pointer.hasPrefix("/contract") {
                note(Amending.terms, "\(pointer.dropFirst("/contract".count)) \(error.message)")
            } else if pointer.hasPrefix("/facts/") {
                // A fact that is recorded already no longer fits.
                note("", "\(pointer) \(error.message)")
            } else {
                note(pointer, error.message)
            }
        }
    }
}
