internal import HTML
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// The bundle that an auditor takes away.
    static let bundle = WebPage.get(
        "/audit/bundle", AuditPlace.bundle.access,
        query: ["contract", "department", "from", "to", "checkpoint", "form"]
    ) { visit in
        let caller = try visit.caller()
        let fields = bundleFields(
            departments: try await visit.workspace.visibleDepartments(by: caller), visit.words.reports)
        guard QueryValues.pairs(visit.call.rawQuery).contains(where: { $0.name == "form" }) else {
            return bundlePage(visit, FilledForm(fields))
        }
        var form = visit.asked(fields)
        let read = visit.reading(&form) { query in
            var order = BundleOrder(ContractChoice(asked: query))
            (order.from, order.until) = (query.day("from"), query.day("to"))
            order.checkpoints = query.integer("checkpoint", in: 0...Int(Int32.max)).map { [$0] } ?? []
            return order
        }
        guard let order = read, !form.isFaulty else { return bundlePage(visit, form) }
        do throws(OperationError) {
            let bundle = try await visit.workspace.bundle(order, by: caller)
            return .download("application/zip", as: bundle.fileName) { take in try await bundle.write(to: take) }
        } catch {
            switch error {
            case .unknownContract: form.note("contract", error.message(in: visit.language))
            case .account(.unknownDepartment): form.note("department", error.message(in: visit.language))
            case .log(.noSigner): form.note("", error.message(in: visit.language))
            default: throw error
            }
            return bundlePage(visit, form)
        }
    }

    private static func bundleFields(departments: [String], _ words: ReportWords) -> [Field] {
        choice(departments, words) + [
            Field(name: "from", label: words.bundleFrom, kind: .day, hint: words.bundleDaysHint),
            Field(name: "to", label: words.bundleTo, kind: .day),
            Field(name: "checkpoint", label: words.earlier, kind: .wholeNumber, hint: words.earlierHint),
        ]
    }

    private static func bundlePage(_ visit: Visit, _ form: FilledForm) -> Answer {
        let words = visit.words
        return auditPage(visit, .bundle, isFaulty: form.isFaulty) {
            element("p") { words.reports.bundleLead }
            element("p") { words.reports.bundleScope }
            form.asking(at: visit.place, in: words) {
                element("button", .class("primary"), .name("form"), .value("zip")) { words.reports.takeBundle }
                element("a", .href(AuditPlace.check.path)) { words.audit.name(of: .check) }
            }
        }
    }
}
