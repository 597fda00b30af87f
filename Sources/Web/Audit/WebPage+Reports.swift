internal import HTML
internal import Operations
internal import Serving
internal import Tables
internal import Values

extension WebPage {
    /// Reports: which there are, and each as a form that shows it or has it downloaded.
    static let reports: [WebPage] = [
        .get("/audit/reports", AuditPlace.reports.access) { visit in
            auditPage(visit, .reports) {
                element("p") { visit.words.reports.lead }
                element("ul", .class("choices")) {
                    for kind in ReportKind.allCases where visit.may(kind.permission) {
                        choice(
                            "/audit/reports/\(kind.rawValue)", visit.words.reports.name(of: kind),
                            visit.words.reports.purpose(of: kind))
                    }
                }
            }
        },
        .get(
            "/audit/reports/{report}", AuditPlace.reports.access,
            query: [
                "contract", "department", "asOf", "knownAt", "from", "to", "knownBefore", "hits", "seed", "threshold",
                "form",
            ]
        ) { visit in
            guard let kind = ReportKind(rawValue: visit.path[0]) else { throw Refusal.unknownPath }
            guard visit.may(kind.permission) else { throw OperationError.forbidden(kind.permission) }
            return try await report(visit, kind)
        },
    ]

    /// How many rows a page shows; a file has all of them.
    private static let mostRows = 200

    private static func report(_ visit: Visit, _ kind: ReportKind) async throws -> Answer {
        let caller = try visit.caller()
        let fields = reportFields(
            kind, departments: try await visit.workspace.visibleDepartments(by: caller), visit.words.reports)
        guard QueryValues.pairs(visit.call.rawQuery).contains(where: { $0.name == "form" }) else {
            return reportPage(visit, kind, FilledForm(fields)) {}
        }
        var form = visit.asked(fields)
        form.check(in: visit.language)
        guard let order = reading(visit, kind, &form), !form.isFaulty else {
            return reportPage(visit, kind, form) {}
        }
        do throws(OperationError) {
            let report = try await visit.workspace.report(order, by: caller)
            // Anything else than the name of a form of file is for the page.
            if let format = QueryValues.pairs(visit.call.rawQuery).last(where: { $0.name == "form" })
                .flatMap({ ReportFormat(rawValue: $0.value) })
            {
                let language = visit.language
                return .download(format.mediaType, as: report.fileName(format)) { take in
                    try await report.write(as: format, in: language, to: take)
                }
            }
            let (rows, isWhole) = try await report.rows(atMost: mostRows)
            return reportPage(visit, kind, form) {
                reportTable(ShownReport(head: report.head, rows: rows, isWhole: isWhole), visit.words)
            }
        } catch {
            guard let place = place(of: error) else { throw error }
            form.note(place, error.message(in: visit.language))
            return reportPage(visit, kind, form) {}
        }
    }

    private static func reading(_ visit: Visit, _ kind: ReportKind, _ form: inout FilledForm) -> ReportOrder? {
        visit.reading(&form) { query in
            var order = ReportOrder(kind, of: ContractChoice(asked: query))
            (order.asOf, order.knownAt) = (query.day("asOf"), query.moment("knownAt"))
            (order.from, order.until) = (query.day("from"), query.day("to"))
            order.knownBefore = query.moment("knownBefore")
            if let hits = query.integer("hits", in: 1...100_000) { order.hits = hits }
            order.seed = query.text("seed") ?? ""
            order.tenderThreshold = query.money("threshold")
            return order
        }
    }

    /// The field that an error is about; nil for one that is not about what was asked.
    private static func place(of error: OperationError) -> String? {
        switch error {
        case .unknownContract, .report(.oneContractAndADay): "contract"
        case .account(.unknownDepartment): "department"
        case .report: "asOf"
        case .sampling: "from"
        default: nil
        }
    }

    private static func reportPage(
        _ visit: Visit, _ kind: ReportKind, _ form: FilledForm, @Content _ result: () -> Node
    ) -> Answer {
        let words = visit.words
        return auditPage(visit, .reports, title: words.reports.name(of: kind), isFaulty: form.isFaulty) {
            element("p") { words.reports.purpose(of: kind) }
            form.asking(at: visit.place, in: words) {
                element("button", .class("primary"), .name("form"), .value("page")) { words.reports.show }
                element("button", .name("form"), .value("xlsx")) { words.reports.asWorkbook }
                element("button", .name("form"), .value("csv")) { words.reports.asCSV }
                element("button", .name("form"), .value("json")) { words.reports.asJSON }
            }
            result()
        }
    }
}

extension ContractChoice {
    /// As a form asks: one contract, else a department, else everything that one may see.
    init(asked query: QueryValues) {
        self =
            query.text("contract").map { .contracts([$0]) } ?? query.text("department").map { .department($0) } ?? .all
    }
}
