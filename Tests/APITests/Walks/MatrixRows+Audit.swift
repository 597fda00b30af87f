import Operations
import Values

extension MatrixRow {
    /// The log shows a stranger hashes; which entries are theirs to read, JournalRouteTests tell.
    static let audit = [
        ofLog("/api/v1/journal"), ofLog("/api/v1/journal/checkpoint"), ofLog("/api/v1/journal/proof", "?entry=0"),
        ofLog("/api/v1/journal/consistency", "?from=0&to=1"), ofLog("/api/v1/exports/bundle"),
        ofReport("ledger", .permission(.readContracts)), ofReport("payments", .permission(.readContracts)),
        ofReport("deductions", .permission(.readContracts)), ofReport("positions", .permission(.readContracts)),
        ofReport("exceptions", .permission(.exportEvidence)),
        MatrixRow(
            method: "GET", path: "/api/v1/exports/ocds/{form}", success: 200, stranger: 422
        ) { office in
            _ = try await office.contract()
            return MatrixRequest("/api/v1/exports/ocds/releases?publisher=p&prefix=ocds-x&uri=https://x.example/r.json")
        },
        reading("/api/v1/exports/template", stranger: 200),
        // An empty form comes back with what is wrong with it.
        MatrixRow(method: "POST", path: "/api/v1/imports", success: 200, stranger: 200) { office in
            let form = try await office.server.workspace.importTemplate(in: .chinese)
            return MatrixRequest("/api/v1/imports", bytes: form, ["Content-Type": ReportFormat.xlsx.mediaType])
        },
        paper("/api/v1/contracts/{number}/statement/paper") { try await $0.contract() + "/statement/paper" },
        paper("/api/v1/contracts/{number}/assessments/{assessment}/notice") {
            try await $0.contract() + "/assessments/a/notice"
        },
        paper("/api/v1/payment-requests/{id}/form") { try await $0.request().request + "/form" },
    ]

    private static func ofReport(_ name: String, _ allowed: Allowed) -> MatrixRow {
        MatrixRow(
            method: "GET", path: "/api/v1/exports/reports/{report}", variant: name, success: 200, stranger: 200,
            allowed: allowed
        ) { office in
            _ = try await office.contract()
            return MatrixRequest("/api/v1/exports/reports/\(name)?format=csv")
        }
    }

    private static func paper(
        _ path: String, _ target: @escaping @Sendable (Office) async throws -> String
    ) -> MatrixRow {
        MatrixRow(method: "GET", path: path, success: 200) { MatrixRequest(try await target($0)) }
    }

    private static func ofLog(_ path: String, _ query: String = "") -> MatrixRow {
        MatrixRow(method: "GET", path: path, success: 200, stranger: 200) { office in
            _ = try await office.contract()
            _ = try await office.server.workspace.signCheckpoint()
            return MatrixRequest(path + query)
        }
    }
}
