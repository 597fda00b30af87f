internal import HTML
internal import HTTPTypes
internal import Operations
internal import Serving

extension WebPage {
    private static let path = "/contracts/new/text"
    /// A text of the most bytes that a draft may have, in a form with a file beside it.
    private static let mostBytes = 3 * TermsDraft.mostBytes

    /// Registering a contract from a text.
    static let registrationText: [WebPage] = [
        .get("/contracts/new/text", .permissions([.registerContracts])) { visit in
            textPage(visit, FilledForm(fields(visit.words.registration)))
        },
        .post("/contracts/new/text", .permissions([.registerContracts]), body: .upload(most: mostBytes)) { visit in
            try await readText(visit)
        },
    ]

    private static func fields(_ words: RegistrationWords) -> [Field] {
        [
            Field(name: "text", label: words.pastedText, kind: .longText),
            Field(
                name: "file", label: words.textFile, kind: .file(accept: ".json,.yaml,.yml"), hint: words.textFileHint),
        ]
    }

    private static func readText(_ visit: Visit) async throws -> Answer {
        let words = visit.words.registration
        var sent = visit.form
        if let file = sent.file("file") {
            guard let text = String(validating: file.bytes, as: UTF8.self) else {
                return refused(visit, sent, "file", words.textNotUTF8)
            }
            sent.add("text", text)
        }
        // Lines are counted as the page shows them again.
        let text = (sent.all("text").last ?? "").dedented
        sent.add("text", text)
        guard !text.isEmpty else { return refused(visit, sent, "text", words.textMissing) }
        guard text.utf8.count <= TermsDraft.mostBytes else { return refused(visit, sent, "text", words.draftTooLarge) }
        let pasted = PastedTerms(text, in: words)
        if pasted.faults.isEmpty, let draft = pasted.draft { return try await RegistrationCheck(visit, draft).page() }
        return textPage(visit, FilledForm(fields(words), sent), pasted)
    }

    private static func refused(_ visit: Visit, _ sent: FormData, _ field: String, _ message: String) -> Answer {
        var form = FilledForm(fields(visit.words.registration), sent)
        form.note(field, message)
        return textPage(visit, form)
    }

    private static func textPage(_ visit: Visit, _ form: FilledForm, _ pasted: PastedTerms? = nil) -> Answer {
        let words = visit.words.registration
        let isFaulty = form.isFaulty || pasted != nil
        return visit.page(words.textTitle, .contracts, status: isFaulty ? .unprocessableContent : .ok) {
            element("h1") { words.textTitle }
            element("p") { words.textIntroduction }
            if let pasted { faults(of: pasted, words) }
            element("div", .class("wide-text")) {
                form.node(action: path, in: visit.words, isUpload: true) {
                    element("button", .class("primary")) { words.check }
                }
            }
            if let draft = pasted?.draft { onward(draft, words) }
        }
    }

    /// What is wrong, each with the line where it is and that line itself.
    private static func faults(of pasted: PastedTerms, _ words: RegistrationWords) -> Node {
        let lines = pasted.lines
        return element("div", .class("errors"), .role("alert"), .id("errors"), Attribute("tabindex", "-1")) {
            element("h2") { words.problemsFound(pasted.faults.count) }
            element("ol", .class("line-faults")) {
                for fault in pasted.faults {
                    element("li") {
                        if let line = fault.line, lines.indices.contains(line - 1) {
                            element("code") {
                                element("span", .class("soft")) { words.line(line) + " " }
                                String(lines[line - 1].prefix(200))
                            }
                        }
                        element("div") {
                            fault.message
                            if !fault.pointer.isEmpty { element("small", .class("soft mono")) { " " + fault.pointer } }
                        }
                    }
                }
            }
        }
    }

    /// Goes on in the steps with what could be read.
    private static func onward(_ draft: TermsDraft, _ words: RegistrationWords) -> Node {
        element("form", Attribute("method", "post"), Attribute("action", RegistrationForm.path)) {
            element("input", .type("hidden"), .name(TermsDraft.name), .value(draft.carried))
            element("input", .type("hidden"), .name(RegistrationView.name), .value(RegistrationView.check.code))
            element(
                "button", .name(RegistrationAction.name),
                .value(RegistrationAction.show(.basics, isStrict: true).text)
            ) { words.openInForm }
        }
    }
}
