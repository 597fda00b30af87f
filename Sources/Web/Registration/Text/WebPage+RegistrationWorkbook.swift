internal import Contracts
internal import Documents
internal import HTML
internal import HTTPTypes
internal import JSON
internal import Operations
internal import Payables
internal import Serving
internal import Tables
internal import Values

extension WebPage {
    private static let path = "/contracts/new/workbook"
    private static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    private static let access = Access.permissions([.registerContracts])

    /// Registering contracts from a filled-in workbook: checked first, recorded when that is confirmed.
    static let registrationWorkbook: [WebPage] = [
        .get("/contracts/new/workbook", access) { visit in workbookPage(visit, FilledForm(fields(visit))) },
        .get("/contracts/new/workbook/form", access) { visit in
            let bytes = try await visit.workspace.importTemplate(in: visit.language, by: visit.caller())
            return saved(bytes, visit.words.registration.formName)
        },
        .post("/contracts/new/workbook", access, body: .upload(most: 6 << 20)) { visit in try await check(visit) },
        .post("/contracts/new/workbook/confirm", access, body: .upload(most: 8 << 20)) { visit in
            try await record(visit)
        },
        .post("/contracts/new/workbook/marked", access, body: .upload(most: 8 << 20)) { visit in
            guard let bytes = carried(visit) else { return withoutFile(visit) }
            return saved(bytes, visit.words.registration.markedName)
        },
    ]

    private static func saved(_ bytes: [UInt8], _ name: String) -> Answer {
        var answer = Answer(status: .ok, form: .file)
        answer.body = .bytes(bytes)
        return answer.with(.contentType, mediaType)
            .with(.contentDisposition, ContentDisposition.attachment(name))
    }

    private static func fields(_ visit: Visit) -> [Field] {
        let words = visit.words.registration
        return [
            Field(
                name: "file", label: words.workbookFile, kind: .file(accept: ".xlsx"), hint: words.workbookHint,
                isRequired: true)
        ]
    }

    private static func withoutFile(_ visit: Visit) -> Answer {
        var form = FilledForm(fields(visit), visit.form)
        form.note("file", visit.words.registration.fileMissing)
        return workbookPage(visit, form)
    }

    /// The workbook that a page carried along; nil where it is none of ours.
    private static func carried(_ visit: Visit) -> [UInt8]? {
        visit.form["workbook"].flatMap { Base64.forURLs.bytes($0.utf8) }
    }

    private static func check(_ visit: Visit) async throws -> Answer {
        guard let file = visit.form.file("file") else { return withoutFile(visit) }
        let form = FilledForm(fields(visit), visit.form)
        do {
            switch try await visit.workspace.checkWorkbook(file.bytes, in: visit.language, by: visit.caller()) {
            case .problems(let problems, let marked): return workbookPage(visit, form, problems, marked)
            case .recordable(let contracts, let facts):
                if contracts.count == 1, facts.isEmpty, let document = try? JSONDocument(parsing: contracts[0].body) {
                    return try await RegistrationCheck(visit, TermsDraft(document)).page()
                }
                return confirmation(visit, file.bytes, contracts, facts)
            }
        } catch let error as OperationError { return try refused(visit, form, error) }
    }

    private static func record(_ visit: Visit) async throws -> Answer {
        let words = visit.words.registration
        guard let bytes = carried(visit) else { return withoutFile(visit) }
        let form = FilledForm(fields(visit), visit.form)
        do throws(OperationError) {
            switch try await visit.workspace.importWorkbook(bytes, in: visit.language, by: visit.caller()) {
            case .problems(let problems, let marked): return workbookPage(visit, form, problems, marked)
            case .recorded(let contracts, let facts):
                return .seeOther("/contracts", notice: words.recordedOfForm(contracts, facts))
            }
        } catch { return try refused(visit, form, error) }
    }

    /// A file that is no workbook is told beside its field; anything else is no matter of this form.
    private static func refused(_ visit: Visit, _ form: FilledForm, _ error: OperationError) throws -> Answer {
        guard case .workbook(let fault) = error else { throw error }
        var form = form
        form.note("file", fault.message(in: visit.language))
        return workbookPage(visit, form)
    }

    private static func workbookPage(
        _ visit: Visit, _ form: FilledForm, _ problems: [ImportProblem] = [], _ marked: [UInt8] = []
    ) -> Answer {
        let words = visit.words.registration
        let isFaulty = form.isFaulty || !problems.isEmpty
        return visit.page(words.workbookTitle, .contracts, status: isFaulty ? .unprocessableContent : .ok) {
            element("h1") { words.workbookTitle }
            if problems.isEmpty {
                element("p") { words.workbookIntroduction }
                element("p") { element("a", .class("button"), .href(path + "/form")) { words.downloadForm } }
            } else {
                table(of: problems, marked, words)
            }
            form.node(action: path, in: visit.words, isUpload: true) {
                element("button", .class("primary")) { words.upload }
            }
        }
    }

    /// What is wrong, by sheet and cell. The marked form is in the page: nothing of it is kept on the server.
    private static func table(of problems: [ImportProblem], _ marked: [UInt8], _ words: RegistrationWords) -> Node {
        element("div", .role("alert"), .id("errors"), Attribute("tabindex", "-1")) {
            dataTable(caption: words.problemsFound(problems.count)) {
                headRow((words.sheet, false), (words.cell, false), (words.problem, false))
                element("tbody") {
                    for problem in problems {
                        element("tr") {
                            element("td") { problem.sheet }
                            element("th", .scope("row")) { problem.cell.description }
                            element("td") { problem.message(in: words.language) }
                        }
                    }
                }
            }
            carrying(marked, to: "/marked") {
                element("button", Attribute("data-repeatable", nil)) { words.downloadMarked }
            }
        }
    }

    /// What would be recorded; the file goes along, so that it need not be chosen again.
    private static func confirmation(
        _ visit: Visit, _ bytes: [UInt8], _ contracts: [WorkbookCheck.Registrable], _ facts: [WorkbookCheck.Fact]
    ) -> Answer {
        let words = visit.words.registration
        return visit.page(words.willBeRecorded, .contracts) {
            element("h1") { words.willBeRecorded }
            element("p") { words.contractsAndFacts(contracts.count, facts.count) }
            if !contracts.isEmpty { table(of: contracts, words) }
            if !facts.isEmpty { table(of: facts, words) }
            carrying(bytes, to: "/confirm") {
                element("div", .class("buttons")) {
                    element("button", .class("primary")) { words.register }
                    element("a", .href(path)) { words.base.back }
                }
            }
        }
    }

    /// A form that carries a workbook along.
    private static func carrying(_ bytes: [UInt8], to page: String, @Content _ content: () -> Node) -> Node {
        element(
            "form", Attribute("method", "post"), Attribute("action", path + page),
            Attribute("enctype", "multipart/form-data")
        ) {
            element("input", .type("hidden"), .name("workbook"), .value(Base64.forURLs.text(bytes)))
            content()
        }
    }

    private static func table(of contracts: [WorkbookCheck.Registrable], _ words: RegistrationWords) -> Node {
        dataTable(caption: words.base.name(of: .contracts)) {
            headRow(
                (words.contractNumber, false), (words.contractTitle, false), (words.supplier, false),
                (words.price, true), (words.installmentCount, true), (words.suspicious, false))
            element("tbody") {
                for contract in contracts {
                    let terms = contract.preview.statement.terms
                    element("tr") {
                        element("th", .scope("row")) { terms.number }
                        element("td") { terms.title }
                        element("td") { terms.supplier }
                        element("td", .class("sum")) { words.base.money(terms.price) }
                        element("td", .class("sum")) { String(terms.installments.count) }
                        element("td") {
                            for finding in contract.preview.findings {
                                element("div") { finding.label + words.of(finding.message(in: words.language)) }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func table(of facts: [WorkbookCheck.Fact], _ words: RegistrationWords) -> Node {
        dataTable(caption: words.fact) {
            headRow((words.contractNumber, false), (words.sheet, false), (words.number, true))
            element("tbody") {
                for fact in facts {
                    element("tr") {
                        element("th", .scope("row")) { fact.contract }
                        element("td") { fact.sheet }
                        element("td", .class("sum")) { String(fact.row) }
                    }
                }
            }
        }
    }
}
