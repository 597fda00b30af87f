internal import Contracts
internal import HTML
internal import HTTPTypes
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// Recording what happened: typed, shown with what it changes, recorded.
    static let recordFact: [WebPage] = [
        .get(
            "/contracts/{number}/facts/new", .permissions(Set(FactForm.kinds.map(\.permission))),
            query: ["kind", "installment"]
        ) { visit in
            let (kind, installment) = try visit.call.query { ($0.text("kind"), $0.text("installment")) }
            let recording = try await FactRecording(visit, kind: kind)
            return recording.page(FilledForm(recording.form.fields(installment: installment)))
        },
        .post(
            "/contracts/{number}/facts/new", .permissions(Set(FactForm.kinds.map(\.permission))),
            body: .upload(most: DocumentUpload.mostBytes)
        ) { visit in
            try await FactRecording(visit, kind: visit.form["/kind"]).answer()
        },
    ]
}

/// The recording of one fact of a contract by a visitor.
private struct FactRecording {
    let visit: Visit
    let sheet: ContractSheet
    let form: FactForm

    var words: Words { visit.words }
    var nodes: ContractNodes {
        ContractNodes(sheet: sheet, view: ContractView(visit.path[0], words), visit: visit)
    }
    var action: String { nodes.view.plainPath("/facts/new") }

    init(_ visit: Visit, kind: String?) async throws {
        guard let kind = kind.flatMap(FactKind.init), FactForm.kinds.contains(kind) else { throw Refusal.unknownPath }
        guard visit.may(kind.permission) else { throw OperationError.forbidden(kind.permission) }
        self.visit = visit
        sheet = try await visit.workspace.contractSheet(of: visit.path[0], by: try visit.caller())
        guard sheet.isOwn else { throw OperationError.forbidden(kind.permission) }
        form = FactForm(kind: kind, sheet: sheet, words: visit.words, today: visit.today)
    }

    /// Carries out the step that was asked for.
    func answer() async throws -> Answer {
        var sent = visit.form
        let upload = await DocumentUpload.keep(in: &sent, visit)
        var filled = FilledForm(form.fields(), sent)
        if let upload {
            filled.note(upload, ofDocumentIn: visit)
            return page(filled)
        }
        let step = RecordingStep(sent)
        if step == .edit { return page(filled) }
        filled.check(in: visit.language)
        guard !filled.isFaulty else { return page(filled) }
        do {
            if step == .save { return try await save(filled, version: sent[RecordingStep.version].flatMap { Int($0) }) }
            return preview(
                filled,
                try await visit.workspace.previewFact(form.body(of: filled), of: visit.path[0], by: try visit.caller()))
        } catch OperationError.versionDiffers {
            // Somebody was faster: what it changes is shown again as it is now.
            let shown = try await visit.workspace.previewFact(
                form.body(of: filled), of: visit.path[0], by: try visit.caller())
            return preview(filled, shown, warning: words.somebodyWasFaster)
        } catch {
            let refusal = Refusal(error)
            filled.note(refusal, in: visit.language)
            return page(filled, status: refusal.kind.status)
        }
    }

    private func save(_ filled: FilledForm, version: Int?) async throws -> Answer {
        let fact = try await visit.workspace.recordFact(
            form.body(of: filled), of: visit.path[0], idempotencyKey: filled.key, expectedVersion: version,
            by: try visit.caller())
        return .seeOther(nodes.view.plainPath(), notice: words.factRecorded(fact.entry))
    }

    /// The form, with what was typed and what is wrong with it.
    func page(_ filled: FilledForm, status: HTTPResponse.Status = .unprocessableContent) -> Answer {
        let title = words.verb(of: form.kind)
        return visit.page("\(title) \(visit.path[0])", .contracts, status: filled.isFaulty ? status : .ok) {
            nodes.formHead(title)
            if let name = filled[FactForm.documentName] { element("p") { words.documentKept(name) } }
            filled.node(action: action, in: words, isUpload: true) {
                element(
                    "button", .class("primary"), .name(RecordingStep.name), .value(RecordingStep.preview.rawValue)
                ) { words.showChanges }
                element("a", .class("button"), .href(nodes.view.plainPath())) { words.cancel }
            }
        }
    }

    /// What recording it changes, before it is recorded.
    private func preview(_ filled: FilledForm, _ preview: FactPreview, warning: String? = nil) -> Answer {
        let title = words.verb(of: form.kind)
        return visit.page("\(title) \(visit.path[0])", .contracts, status: warning == nil ? .ok : .conflict) {
            nodes.formHead(title)
            if let warning { element("p", .class("warning"), .role("alert")) { warning } }
            filled.answers(in: words)
            if let name = filled[FactForm.documentName] { element("p") { words.withDocument(name) } }
            changes(preview, words)
            filled.recording(
                action: action, version: preview.version, leaving: nodes.view.plainPath(), in: words,
                isDanger: form.kind == .terminated, form.kind == .terminated ? words.terminateNow : words.record)
        }
    }
}
