import Operations
import Testing

/// `Idempotency-Key` and `If-Match` on the calls that write to contracts, requests and payments.
@Suite struct RepeatedCallTests {
    /// A write that went well, with a body that says something else.
    private struct Write {
        let role: Role
        let target: String
        let body: String
        let other: String
        let key: String
        let answer: RawAnswer
    }

    private struct Writer {
        let office: Office
        var writes: [Write] = []

        mutating func write(
            _ role: Role, _ target: String, _ body: String, other: String
        ) async throws -> RawAnswer {
            let key = "write-\(writes.count)"
            let answer = try await office.server.call(
                "POST", target, as: office.token(role), ["Idempotency-Key": key], json: body)
            try #require(answer.status < 300, "\(target): \(answer.text)")
            #expect(answer.field("Idempotent-Replayed") == nil)
            writes.append(Write(role: role, target: target, body: body, other: other, key: key, answer: answer))
            return answer
        }
    }

    /// Each kind of write once, from the contract to what came back of its payment.
    private static func writes(_ office: Office) async throws -> [Write] {
        var writer = Writer(office: office)
        let terms = #"{"contract":\#(Office.terms("R-1"))}"#
        let contract = try #require(
            try await writer.write(.officer, "/api/v1/contracts", terms, other: terms.replacing("R-1", with: "R-2"))
                .field("Location"))
        for fact in [
            #"{"kind":"event","event":"signed","on":"2024-01-10"}"#,
            #"{"kind":"assessment","assessment":"a","score":"90","on":"2024-05-01"}"#,
        ] {
            let other = fact.replacing("2024", with: "2023")
            _ = try await writer.write(.officer, contract + "/facts", fact, other: other)
        }
        let raised = try await writer.write(
            .officer, contract + "/payment-requests", #"{"installment":"assessed","amount":"500.00"}"#,
            other: #"{"installment":"assessed","amount":"400.00"}"#)
        let request = "/api/v1/payment-requests/" + (try #require(raised.string("/id")))
        for role in [Role.sectionHead, .finance, .head] {
            _ = try await writer.write(
                role, request + "/decisions", TestServer.approval,
                other: #"{"decision":"reject","reason":"r"}"#)
        }
        let pay = #"{"amount":"200.00","on":"2024-06-04","voucher":"V-1","fundSource":"财政预算"}"#
        let paid = try await writer.write(
            .treasury, request + "/payments", pay, other: pay.replacing("200.00", with: "300.00"))
        let back = #"{"amount":"50.00","on":"2024-06-04","reason":"账号有误"}"#
        _ = try await writer.write(
            .treasury, "/api/v1/payments/\(try #require(paid.string("/payment")))/returns", back,
            other: back.replacing("50.00", with: "60.00"))
        let proposed = try await writer.write(
            .officer, "/api/v1/suppliers/s/bank-accounts", Office.bankAccount,
            other: Office.bankAccount.replacing("6222", with: "6333"))
        let decisions = "/api/v1/bank-account-changes/\(try #require(proposed.integer("/id")))/decisions"
        let confirmed = #"{"decision":"confirmed",\#(TestServer.confirmation)}"#
        let withdrawn = #"{"decision":"withdrawn"}"#
        let rejected = #"{"decision":"rejected","reason":"r"}"#
        _ = try await writer.write(.head, decisions, confirmed, other: rejected)
        _ = try await writer.write(
            .officer, decisions, withdrawn, other: #"{"decision":"withdrawn","reason":"r"}"#)
        return writer.writes
    }

    @Test func theSameCallAgainIsAnsweredAsTheFirstTime() async throws {
        try await TestServer.lend { server in
            var office = try await Office.open(server)
            let writes = try await Self.writes(office)
            let before = try await server.call("GET", "/api/v1/contracts/R-1/facts", as: office.token(.auditor))
            // What happened since, and the days that passed, change nothing of what was answered.
            server.clock.set("2024-06-06")
            for role in Role.allCases { office = try await office.loggingInAgain(.role(role)) }
            for write in writes {
                let again = try await server.call(
                    "POST", write.target, as: office.token(write.role), ["Idempotency-Key": write.key],
                    json: write.body)
                #expect(
                    again.status == write.answer.status && again.field("Idempotent-Replayed") == "true",
                    "\(write.target)")
                #expect(again.text == write.answer.text && again.field("ETag") == write.answer.field("ETag"))
                let other = try await server.call(
                    "POST", write.target, as: office.token(write.role), ["Idempotency-Key": write.key],
                    json: write.other)
                #expect(
                    other.status == 422 && other.string("/type") == "/problems/idempotency-key-reused",
                    "\(write.target)")
            }
            let after = try await server.call("GET", "/api/v1/contracts/R-1/facts", as: office.token(.auditor))
            #expect(after.text == before.text && before.count("/facts") == 10)
        }
    }

    @Test func moneyIsNotRecordedWithoutAKey() async throws {
        try await TestServer.lend { server in
            let office = try await Office.open(server)
            let request = try await office.request(approvals: 3).request
            let paid = try await office.call(.treasury, "POST", request + "/payments", office.payment())
            let payment = try #require(paid.string("/payment"))
            let back = #"{"amount":"1.00","on":"2024-06-04","reason":"r"}"#
            for (target, body) in [
                (request + "/payments", office.payment()), ("/api/v1/payments/\(payment)/returns", back),
            ] {
                let answer = try await server.call("POST", target, as: office.token(.treasury), json: body)
                #expect(answer.status == 400 && answer.string("/type") == "/problems/invalid-parameters")
                #expect(answer.string("/errors/0/parameter") == "Idempotency-Key")
            }
            #expect(try await server.call("GET", request, as: office.token(.auditor)).string("/paid") == "100.00")
        }
    }

    /// Each write to a contract with the version before the last one, and then with the last one.
    @Test func whoeverRestsOnAnOldVersionIsTold() async throws {
        try await TestServer.lend { server in
            let office = try await Office.open(server)
            let (contract, request) = try await office.request(approvals: 2)
            let event = #"{"kind":"event","event":"accepted","on":"2024-06-03"}"#
            let writes: [(Role, String, String)] = [
                (.officer, contract + "/facts", event),
                (.head, request + "/decisions", TestServer.approval),
                (.treasury, request + "/payments", office.payment()),
                (.officer, contract + "/payment-requests", #"{"installment":"metered"}"#),
            ]
            for (role, target, body) in writes {
                let seen = try await server.call("GET", contract, as: office.token(role))
                let version = try #require(seen.integer("/version"))
                #expect(seen.field("ETag") == "\"\(version)\"")
                var fields = office.fields()
                fields["If-Match"] = "\"\(version - 1)\""
                let late = try await server.call("POST", target, as: office.token(role), fields, json: body)
                #expect(late.status == 412 && late.string("/type") == "/problems/version-differs", "\(target)")
                #expect(
                    try await server.call("GET", contract, as: office.token(role)).integer("/version") == version)
                fields = office.fields()
                fields["If-Match"] = "\"\(version)\""
                let right = try await server.call("POST", target, as: office.token(role), fields, json: body)
                // The metered part is not due: the version was right, and the rest is looked at.
                #expect(right.status == (body.contains("metered") ? 409 : right.status) && right.status != 412)
            }
        }
    }
}
