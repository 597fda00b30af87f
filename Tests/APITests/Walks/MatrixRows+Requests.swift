import Operations
import Testing

extension MatrixRow {
    private static let request = "/api/v1/payment-requests/{id}"

    static let requests = [
        MatrixRow(method: "POST", path: "/api/v1/contracts/{number}/payment-requests", success: 201) { office in
            MatrixRequest(try await office.contract() + "/payment-requests", #"{"installment":"assessed"}"#)
        },
        reading("/api/v1/payment-requests", stranger: 200),
        MatrixRow(method: "GET", path: request, success: 200) { MatrixRequest(try await $0.request().request) },
        MatrixRow(method: "POST", path: request + "/payments", success: 201) { office in
            let request = try await office.request(approvals: 3).request
            return MatrixRequest(request + "/payments", office.payment(), office.fields())
        },
        MatrixRow(method: "POST", path: "/api/v1/payments/{id}/returns", success: 201) { office in
            let request = try await office.request(approvals: 3).request
            let paid = try await office.call(.treasury, "POST", request + "/payments", office.payment())
            return MatrixRequest(
                "/api/v1/payments/\(try #require(paid.string("/payment")))/returns",
                #"{"amount":"100.00","on":"2024-06-04","reason":"r"}"#, office.fields())
        },
    ]

    /// The chain, step by step: who may depends on whom the request waits for.
    static let decisions =
        [(Permission.approveAsSection, "section-head"), (.approveAsFinance, "finance"), (.approveAsHead, "head")]
        .enumerated().flatMap { approvals, step in
            [
                decision("approve", after: approvals, "approve as \(step.1)", .permission(step.0)),
                decision("reject", after: approvals, "reject as \(step.1)", .permission(step.0)),
            ]
        } + [
            decision("reject", after: 3, "reject as treasury", .permission(.recordPayments)),
            decision("withdraw", after: 1, "withdraw", .permission(.raiseRequests)),
            MatrixRow(
                method: "POST", path: request + "/decisions", variant: "reconfirm", success: 200,
                allowed: .permission(.raiseRequests)
            ) { office in
                let (contract, request) = try await office.request(approvals: 1)
                let ruling =
                    #"{"kind":"ruling","assessment":"a","deduction":"1.00","reason":"r","document":"d","#
                    + #""on":"2024-06-03"}"#
                _ = try await office.call(.finance, "POST", contract + "/facts", ruling)
                return MatrixRequest(request + "/decisions", #"{"decision":"reconfirm"}"#)
            },
        ]

    private static func decision(
        _ decision: String, after approvals: Int, _ variant: String, _ allowed: Allowed
    ) -> MatrixRow {
        let reason = decision == "reject" ? #","reason":"r""# : ""
        return MatrixRow(
            method: "POST", path: request + "/decisions", variant: variant, success: 200, allowed: allowed
        ) { office in
            MatrixRequest(
                try await office.request(approvals: approvals).request + "/decisions",
                #"{"decision":"\#(decision)"\#(reason),\#(TestServer.confirmation)}"#)
        }
    }

    static let bankAccounts = [
        MatrixRow(method: "GET", path: "/api/v1/suppliers/{name}/bank-accounts", success: 200, stranger: 200) { _ in
            MatrixRequest("/api/v1/suppliers/s/bank-accounts")
        },
        MatrixRow(method: "POST", path: "/api/v1/suppliers/{name}/bank-accounts", success: 201, stranger: 201) {
            MatrixRequest("/api/v1/suppliers/S-\($0.number())/bank-accounts", Office.bankAccount)
        },
        MatrixRow(method: "GET", path: "/api/v1/suppliers/{name}/scale", success: 200, stranger: 200) { _ in
            MatrixRequest("/api/v1/suppliers/s/scale")
        },
        MatrixRow(method: "PUT", path: "/api/v1/suppliers/{name}/scale", success: 200, stranger: 200) { _ in
            MatrixRequest("/api/v1/suppliers/s/scale", #"{"scale":"small","since":"2024-01-01"}"#)
        },
        bankAccountDecision("confirmed", .permission(.confirmBankAccounts)),
        bankAccountDecision("rejected", .permission(.confirmBankAccounts)),
        // The officer proposed it: nobody else withdraws it.
        bankAccountDecision("withdrawn", .roles([.officer])),
    ]

    private static func bankAccountDecision(_ decision: String, _ allowed: Allowed) -> MatrixRow {
        MatrixRow(
            method: "POST", path: "/api/v1/bank-account-changes/{id}/decisions", variant: decision, success: 200,
            allowed: allowed
        ) { office in
            MatrixRequest(
                try await office.bankAccountChange() + "/decisions",
                #"{"decision":"\#(decision)"\#(decision == "rejected" ? #","reason":"r""# : ""),\#(TestServer.confirmation)}"#)
        }
    }
}
