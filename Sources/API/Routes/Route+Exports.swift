internal import Documents
internal import HTTPTypes
internal import JSON
internal import NIOCore
internal import Operations
internal import Payables
internal import Serving
internal import Storage
internal import Values

extension Route {
    /// What is taken away, and the form that comes back. Each export is an entry in the journal of the office.
    static let exports = [bundle, report, openData, template, importForm]

    private static let bundle = Route(
        method: .get, path: "/api/v1/exports/bundle",
        summary: "A bundle that tranche-verify checks without the database: a contract, a department, or everything.",
        tag: .audit, access: .permission(.exportEvidence),
        parameters: choice + [
            .query("from", .day, "Only contracts of which something happened from this day on."),
            .query("to", .day, "… and to this day."),
            .query("checkpoint", .integer(0...Int(Int32.max)), "Size of an earlier checkpoint that the reader holds."),
        ],
        answers: [file(["application/zip"], "The bundle: a ZIP archive.")], refusals: [.notFound, .invalid]
    ) { call in
        let order = try call.query { query in
            var order = BundleOrder(ContractChoice(&query))
            (order.from, order.until) = (query.day("from"), query.day("to"))
            order.checkpoints = query.integer("checkpoint", in: 0...Int(Int32.max)).map { [$0] } ?? []
            return order
        }
        let bundle = try await call.workspace.bundle(order, by: try call.caller())
        return .streamed("application/zip", named: bundle.fileName) { take in try await bundle.write(to: take) }
    }

    private static let report = Route(
        method: .get, path: "/api/v1/exports/reports/{report}",
        summary: "A report as a workbook, comma-separated values or JSON.", tag: .audit,
        access: .permission(.readContracts),
        parameters: [.path("report", .choice(of: ReportKind.self), "Which.")] + choice + [
            .query("format", .choice(of: ReportFormat.self), "xlsx where it is missing."), .asOf,
            .query("knownAt", .oneOf([.instant, .day]), "Only what was recorded by then."),
            .query("from", .day, "Of a sample, the first day of payments; of changes, the earlier day."),
            .query("to", .day, "Of a sample, the last day of payments."),
            .query(
                "knownBefore", .oneOf([.instant, .day]),
                "Of changes: what the earlier view knew; what was recorded by the end of `from` where it is missing."),
            .query("hits", .integer(1...100_000), "Of a sample, how many; 25 where it is missing."),
            .query("seed", .text(1...200), "Of a sample: the same seed draws the same payments."),
            .query("q", .text(1...200), "Of contracts: a part of the number, the title or the supplier's name."),
            .query(
                "status", .choice(of: InstallmentStatement.Status.self), "Of contracts: status of the next payment."),
            .query("supplier", .text(1...200), "Of contracts: the supplier's whole name."),
            .query("sort", .choice(of: ContractOrder.self), "Of contracts: by number where it is missing."),
            .query("threshold", .money, "Of exceptions: the price from which contracts go to public tender."),
        ],
        answers: [
            file(ReportFormat.allCases.map(\.mediaType), "The report, in the language asked for.")
        ],
        refusals: [.notFound, .invalid]
    ) { call in
        guard let kind = ReportKind(rawValue: call.path[0]) else { throw Refusal.unknownPath }
        let (order, format) = try call.query { query in
            var order = ReportOrder(kind, of: ContractChoice(&query))
            (order.asOf, order.knownAt) = (query.day("asOf"), query.moment("knownAt"))
            (order.from, order.until) = (query.day("from"), query.day("to"))
            order.knownBefore = query.moment("knownBefore")
            if let hits = query.integer("hits", in: 1...100_000) { order.hits = hits }
            order.seed = query.text("seed") ?? ""
            order.tenderThreshold = query.money("threshold")
            let status: InstallmentStatement.Status? = query.choice("status")
            order.filter = ContractFilter(
                text: query.text("q"), status: status?.rawValue, supplier: query.text("supplier"))
            order.sorting = query.choice("sort") ?? .number
            return (order, query.choice("format") ?? ReportFormat.xlsx)
        }
        let report = try await call.workspace.report(order, by: try call.caller())
        let language = call.language
        return .streamed(format.mediaType, named: report.fileName(format)) { take in
            try await report.write(as: format, in: language, to: take)
        }
    }

    private static let openData = Route(
        method: .get, path: "/api/v1/exports/ocds/{form}", summary: "Open contracting data (OCDS 1.1).", tag: .audit,
        access: .permission(.exportEvidence),
        parameters: [.path("form", .choice(of: OpenData.Form.self), "Releases, or records with compiled releases.")]
            + choice + [
                .query("publisher", .text(1...200), "Who publishes it. Must be there."),
                .query("prefix", .text(1...50), "The publisher's prefix. Must be there."),
                .query("uri", .text(1...500), "Where the package will stand. Must be there."), .asOf,
            ],
        answers: [file(["application/json"], "The package.")], refusals: [.notFound, .invalid]
    ) { call in
        guard let form = OpenData.Form(rawValue: call.path[0]) else { throw Refusal.unknownPath }
        let (publisher, choice, day) = try call.query { query in
            let names = ["publisher", "prefix", "uri"].map { query.required($0) }
            return (
                OpenData.Publisher(name: names[0], prefix: names[1], uri: names[2]), ContractChoice(&query),
                query.day("asOf")
            )
        }
        let data = try await call.workspace.openData(
            form, of: choice, asOf: day, by: publisher, for: try call.caller())
        return .streamed("application/json", named: "\(form.rawValue).json") { take in try await data.write(to: take) }
    }

    private static let workbook = ReportFormat.xlsx.mediaType

    private static let template = Route(
        method: .get, path: "/api/v1/exports/template",
        summary: "An empty workbook for contracts, invoices and assessments.", tag: .audit, access: .signedIn,
        answers: [file([workbook], "The workbook, in the language asked for.")]
    ) { call in
        let bytes = try await call.workspace.importTemplate(in: call.language, by: try call.caller())
        return .file(bytes, workbook, named: call.language == .chinese ? "登记表.xlsx" : "form.xlsx")
    }

    private static let importForm = Route(
        method: .post, path: "/api/v1/imports",
        summary: "Records what a filled-in workbook says; sent again it records nothing twice.", tag: .audit,
        access: .signedIn, body: .stream(types: [workbook], most: 6 << 20),
        answers: [
            Success(
                status: .created, description: "All of it is recorded.",
                content: .json(.object([.required("contracts", .integer()), .required("facts", .integer())]))),
            Success(
                status: .ok, description: "Something is wrong: the same workbook with the cells marked.",
                content: .files([workbook]), fields: [.contentDisposition]),
        ],
        refusals: [.invalid, .conflict, .notFound]
    ) { call in
        guard let stream = call.stream else { throw Refusal.malformedRequest }
        var bytes: [UInt8] = []
        for try await piece in stream { bytes += piece.readableBytesView }
        let outcome = try await call.workspace.importWorkbook(bytes, in: call.language, by: try call.caller())
        switch outcome {
        case .recorded(let contracts, let facts):
            return Answer.json(.created) {
                $0.write(object: ["contracts": .integer(contracts), "facts": .integer(facts)])
            }
        case .problems(_, let marked):
            return .file(marked, workbook, named: call.language == .chinese ? "登记表-更正.xlsx" : "form-marked.xlsx")
        }
    }

    private static let choice: [Parameter] = [
        .query("contract", .text(1...200), "A contract; everything that one may read where nothing is named."),
        .query("department", .text(1...200), "All contracts of a department."),
    ]

    /// Bytes to be saved.
    static func file(_ types: [String], _ description: String) -> Success {
        Success(
            status: .ok, description: description, content: .files(types), fields: [.contentDisposition])
    }
}

extension Answer {
    /// Bytes to be saved under a name.
    static func file(_ bytes: [UInt8], _ mediaType: String, named name: String) -> Answer {
        var answer = Answer(status: .ok, form: .file)
        answer.body = .bytes(bytes)
        return answer.with(.contentType, mediaType).with(.contentDisposition, ContentDisposition.attachment(name))
    }

    /// The same, as they are made: whole only where the answer ends as it should.
    static func streamed(
        _ mediaType: String, named name: String,
        _ write: @escaping @Sendable (_ take: ([UInt8]) async throws -> Void) async throws -> Void
    ) -> Answer {
        var answer = Answer(status: .ok, form: .file)
        answer.body = .stream(write)
        return answer.with(.contentType, mediaType).with(.contentDisposition, ContentDisposition.attachment(name))
    }
}

extension ContractChoice {
    fileprivate init(_ query: inout QueryValues) {
        self =
            query.text("contract").map { .contracts([$0]) } ?? query.text("department").map { .department($0) } ?? .all
    }
}
