internal import HTTPTypes
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// What is taken away of one contract: its statement on paper, its reports, its evidence for auditors.
    static let contractFiles: [WebPage] = [
        .get(
            "/contracts/{number}/statement.pdf", .permissions([.readContracts]), query: ContractView.query
        ) { visit in
            let view = try ContractView(visit)
            let paper = try await visit.workspace.statementPaper(
                of: view.number, asOf: view.asOf, knownAt: view.knownAt, in: visit.language, by: try visit.caller())
            return .download(paper.bytes, "application/pdf", as: paper.fileName)
        },
        .get(
            "/contracts/{number}/reports/{report}", .permissions([.readContracts]),
            query: ContractView.query.union(["format"])
        ) { visit in
            let view = try ContractView(visit)
            guard let kind = ReportKind(rawValue: visit.path[1]), offered.contains(kind) else {
                throw Refusal.unknownPath
            }
            let format = try visit.call.query { $0.choice("format", of: ReportFormat.self) ?? .xlsx }
            var order = ReportOrder(kind, of: .contracts([view.number]))
            (order.asOf, order.knownAt) = (view.asOf, view.knownAt)
            return try await .report(order, as: format, visit)
        },
        .get("/contracts/{number}/bundle.zip", .permissions([.exportEvidence])) { visit in
            let bundle = try await visit.workspace.bundle(
                BundleOrder(.contracts([visit.path[0]])), by: try visit.caller())
            return .download("application/zip", as: bundle.fileName) { take in try await bundle.write(to: take) }
        },
    ]

    /// The reports that are of one contract on a day.
    static let offered: [ReportKind] = [.ledger, .payments, .deductions]
}

extension Answer {
    /// A report to be saved, written while it is sent.
    static func report(_ order: ReportOrder, as format: ReportFormat, _ visit: Visit) async throws -> Answer {
        let report = try await visit.workspace.report(order, by: try visit.caller())
        let language = visit.language
        return .download(format.mediaType, as: report.fileName(format)) { take in
            try await report.write(as: format, in: language, to: take)
        }
    }
}
