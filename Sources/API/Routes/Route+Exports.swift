internal import HTTPTypes
internal import Operations
internal import Values

extension Route {
    /// What is taken away.
    static let exports = [bundle]

    private static let bundle = Route(
        method: .get, path: "/api/v1/exports/bundle",
        summary: "A bundle that tranche-verify checks without the database: contracts, a department, or everything.",
        tag: .audit, access: .permission(.exportEvidence),
        parameters: [
            .query("contract", .text(1...200), "A contract; everything that one may read where nothing is named."),
            .query("department", .text(1...200), "All contracts of a department."),
            .query("from", .day, "Only contracts of which something happened from this day on."),
            .query("to", .day, "… and to this day."),
            .query("checkpoint", .integer(0...Int(Int32.max)), "Size of an earlier checkpoint that the reader holds."),
        ],
        answers: [
            Success(
                status: .ok, description: "The bundle: a ZIP archive, whole only where the answer ends as it should.",
                content: .files(["application/zip"]), fields: [.contentDisposition])
        ],
        refusals: [.notFound, .invalid]
    ) { call in
        let order = try call.query { query in
            var order = BundleOrder(
                query.text("contract").map { .contracts([$0]) } ?? query.text("department").map { .department($0) }
                    ?? .all)
            (order.from, order.until) = (query.day("from"), query.day("to"))
            order.checkpoints = query.integer("checkpoint", in: 0...Int(Int32.max)).map { [$0] } ?? []
            return order
        }
        let bundle = try await call.workspace.bundle(order, by: try call.caller())
        var answer = Answer(status: .ok, form: .file)
        answer.body = .stream { take in try await bundle.write(to: take) }
        return answer.with(.contentType, "application/zip")
            .with(.contentDisposition, ContentDisposition.attachment(bundle.fileName))
    }
}
