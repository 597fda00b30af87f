import Contracts
import Testing

@testable import Operations

extension MatrixRow {
    /// Every call of the interface.
    static let all =
        sessions + contracts + facts + requests + decisions + positions + bankAccounts + audit + administration
        + operation

    private static let sessions = [
        MatrixRow(method: "POST", path: "/api/v1/sessions", success: 201, stranger: 201) { _ in
            MatrixRequest("/api/v1/sessions", #"{"name":"officer","password":"\#(TestServer.password)"}"#)
        },
        // Whatever session is presented is over afterwards, also one that was over before.
        MatrixRow(
            method: "DELETE", path: "/api/v1/sessions/current", success: 204, stranger: 204, allowed: .anybody
        ) { _ in MatrixRequest("/api/v1/sessions/current") },
        reading("/api/v1/me", stranger: 200),
    ]

    private static let contracts = [
        MatrixRow(method: "POST", path: "/api/v1/contracts", success: 201, stranger: 409) { office in
            MatrixRequest(
                "/api/v1/contracts", #"{"contract":\#(Office.terms("N-\(office.number())"))}"#)
        },
        reading("/api/v1/contracts", stranger: 200),
        ofContract("GET", "", 200),
        ofContract("GET", "/facts", 200),
        ofContract("GET", "/statement", 200),
        ofContract("POST", "/what-if", 200) { #"{"facts":[]}"# },
        ofContract("GET", "/curve", 200, query: "?assessment=a"),
    ]

    /// One row a kind. Payments and returns are made on requests: whoever may record money is told that.
    private static let facts = FactKind.allCases.map { kind in
        let isMoney = kind == .paid || kind == .returned
        var row = ofContract("POST", "/facts", isMoney ? 422 : 201) { fact(kind) }
        row.variant = kind.rawValue
        row.allowed = .permission(kind.permission)
        return row
    }

    private static func fact(_ kind: FactKind) -> String {
        let members =
            switch kind {
            case .event: #""event":"accepted""#
            case .invoice: #""installment":"assessed","number":"1","amount":"600.00""#
            case .usage: #""installment":"metered","item":"seat","quantity":"1""#
            case .assessment: #""assessment":"a","score":"80","round":2"#
            case .rectificationWaived: #""assessment":"a""#
            case .ruling: #""assessment":"a","deduction":"1.00","reason":"r","document":"d""#
            case .objection, .objectionResolved: #""objection":"quality""#
            case .paid: #""installment":"assessed","amount":"1.00""#
            case .returned: #""installment":"assessed","amount":"1.00""#
            case .amended: #""contract":CONTRACT"#
            case .terminated: #""reason":"r""#
            case .voided: #""fact":"r","reason":"r""#
            }
        return #"{"kind":"\#(kind.rawValue)",\#(members),"on":"2024-06-03"}"#
    }

    private static let positions = [
        reading("/api/v1/positions", stranger: 200),
        MatrixRow(method: "POST", path: "/api/v1/documents", success: 201, stranger: 201) { office in
            MatrixRequest(
                "/api/v1/documents?name=a.pdf", "%PDF-1.7 \(office.number())", ["Content-Type": "application/pdf"])
        },
        MatrixRow(method: "GET", path: "/api/v1/documents/{sha256}", success: 200) { office in
            let stored = try await office.server.call(
                "POST", "/api/v1/documents?name=a.pdf", as: office.token(.officer),
                ["Content-Type": "application/pdf"], json: "%PDF-1.7 \(office.number())")
            return MatrixRequest("/api/v1/documents/" + (try #require(stored.string("/sha256"))))
        },
    ]

    private static let operation = ["/openapi.json", "/healthz", "/readyz", "/metrics"].map { path in
        MatrixRow(method: "GET", path: path, success: 200, stranger: 200) { _ in MatrixRequest(path) }
    }

    /// A list without parameters in its path.
    static func reading(_ path: String, stranger: Int) -> MatrixRow {
        MatrixRow(method: "GET", path: path, success: 200, stranger: stranger) { _ in MatrixRequest(path) }
    }

    /// A call on a contract; CONTRACT in the body stands for its terms.
    private static func ofContract(
        _ method: String, _ rest: String, _ success: Int, query: String = "",
        _ body: @escaping @Sendable () -> String? = { nil }
    ) -> MatrixRow {
        MatrixRow(method: method, path: "/api/v1/contracts/{number}" + rest, success: success) { office in
            let contract = try await office.contract()
            let number = String(contract.dropFirst("/api/v1/contracts/".count))
            let body = body()?.replacing("CONTRACT", with: Office.terms(number))
            return MatrixRequest(contract + rest + query, body)
        }
    }
}
