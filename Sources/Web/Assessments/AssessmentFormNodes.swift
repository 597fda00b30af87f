internal import Contracts
internal import HTML
internal import Operations
internal import Payables
internal import Serving
internal import Values

/// The page on which a result, a waiver or a ruling is typed.
struct AssessmentFormNodes {
    let form: AssessmentForm
    let visit: Visit
    let answer: AssessmentAnswer
    let filled: FilledForm

    private var words: Words { visit.words }
    private var own: AssessmentWords { words.assessments }
    private var place: AssessmentPlace { AssessmentPlace(visit) }

    @Content var page: Node {
        breadcrumb(place, answer)
        element("h1") { form.title(answer, own) }
        if form.isPossible(answer) {
            introduction
            formNode
        } else {
            element("p", .class("warning")) { own.noFurtherRound }
            element("p") { element("a", .class("button"), .href(place.path)) { words.back } }
        }
    }

    @Content private var introduction: Node {
        switch form {
        case .result:
            element("p") {
                own.heading(
                    ofRound: answer.statement.nextRound(of: answer.position) ?? 1, isCombined: false)
            }
        case .waiver:
            element("p") { own.waiverExplanation }
            ResultNodes(words: words, statement: answer.statement, position: answer.position).lines
        case .ruling:
            element("p") { own.rulingExplanation }
            ResultNodes(words: words, statement: answer.statement, position: answer.position).lines
        }
    }

    private var formNode: Node {
        element(
            "form", Attribute("method", "post"), Attribute("action", form.path(place)),
            Attribute("enctype", "multipart/form-data"), Attribute("novalidate", nil), .class("form wide")
        ) {
            filled.keyNode
            filled.errorSummary(in: words)
            for field in filled.fields where !field.name.hasPrefix("/sheet/") { node(of: field) }
            element("div", .class("buttons")) {
                element("button", .class("primary"), .name("do"), .value("preview")) { own.preview }
                element("a", .class("button"), .href(place.path)) { words.back }
            }
        }
    }

    @Content private func node(of field: Field) -> Node {
        switch field.kind {
        case .file: uploadNode(field, filled, words)
        case _ where field.name == AssessmentForm.round:
            element("input", .type("hidden"), .name(field.name), .value(filled[field.name] ?? ""))
        case _ where field.name == AssessmentForm.version: Node.empty
        default: filled.node(of: field, in: words)
        }
        // The sheet stands where a score would.
        if field.name == "/on", form == .result, !answer.assessment.sheet.isEmpty {
            SheetFormNodes(words: words, sheet: answer.assessment.sheet, filled: filled).node
        }
    }
}

/// The way back to the assessment.
func breadcrumb(_ place: AssessmentPlace, _ answer: AssessmentAnswer) -> Node {
    element("p", .class("soft")) {
        element("a", .href(place.contract)) { answer.statement.terms.title }
        " · "
        element("a", .href(place.path)) { answer.assessment.label }
    }
}

/// A field for a file, with the one that was uploaded already.
func uploadNode(_ field: Field, _ filled: FilledForm, _ words: Words) -> Node {
    group {
        filled.node(of: field, in: words)
        if let hash = filled[field.name] {
            element("p", .class("uploaded")) {
                words.assessments.uploaded
                element("a", .href("/documents/" + percentEncoded(hash))) {
                    filled[AssessmentForm.fileName(of: field.name)] ?? hash
                }
                " "
                element("span", .class("soft")) { words.assessments.uploadReplaces }
                element("input", .type("hidden"), .name(field.name), .value(hash))
            }
        }
    }
}
