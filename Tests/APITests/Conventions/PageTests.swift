import DossierSupport
import Operations
import Testing

/// Lists page by page: every row once, in one order, however long a page is.
@Suite struct PageTests {
    private struct List {
        let target: String
        /// Names the list's member and what tells its rows apart.
        let rows: String
        let keys: [String]
        let count: Int
    }

    private static func rows(_ list: List, _ limit: Int, _ office: Office) async throws -> [String] {
        let separator = list.target.contains("?") ? "&" : "?"
        let pages = try await office.server.pages(
            list.target + "\(separator)limit=\(limit)", as: office.token(.officer))
        #expect(pages.count == list.count / limit + 1)
        return try pages.flatMap { page in
            let rows = try page.tree()[list.rows]?.elements ?? []
            #expect(rows.count <= limit)
            return rows.map { row in list.keys.map { row[$0]?.text ?? "" }.joined(separator: " ") }
        }
    }

    @Test func everyRowIsOnOnePage() async throws {
        try await TestServer.lend { server in
            let office = try await Office.open(server)
            var contract = ""
            for _ in 0..<7 { contract = try await office.request().contract }
            for number in 0..<4 {
                let event =
                    #"{"kind":"event","event":"visited","count":\#(number + 1),"on":"2024-06-0\#(number % 2 + 1)"}"#
                _ = try await office.call(.officer, "POST", contract + "/facts", event)
            }
            let lists = [
                List(target: "/api/v1/contracts", rows: "/contracts", keys: ["/number"], count: 7),
                List(target: "/api/v1/contracts?q=C-", rows: "/contracts", keys: ["/number"], count: 7),
                List(target: contract + "/facts", rows: "/facts", keys: ["/entry"], count: 8),
                List(
                    target: "/api/v1/positions", rows: "/positions", keys: ["/contract", "/installment"], count: 14),
                List(
                    target: "/api/v1/positions?status=overdue", rows: "/positions",
                    keys: ["/contract", "/installment"], count: 7),
                List(target: "/api/v1/payment-requests", rows: "/paymentRequests", keys: ["/id"], count: 7),
                List(
                    target: "/api/v1/payment-requests?state=submitted", rows: "/paymentRequests", keys: ["/id"],
                    count: 7),
            ]
            for list in lists {
                let whole = try await Self.rows(list, 200, office)
                #expect(whole.count == list.count && Set(whole).count == list.count, "\(list.target): \(whole)")
                for limit in [1, 2, 3, list.count] {
                    #expect(try await Self.rows(list, limit, office) == whole, "\(list.target) by \(limit)")
                }
            }
            let foreign = try await server.call(
                "GET", "/api/v1/contracts?cursor=WyJhIiwiYiJd", as: office.token(.officer))
            #expect(foreign.status == 400 && foreign.string("/type") == "/problems/invalid-parameters")
        }
    }

    /// To a stranger with all roles, what another department has is not there: neither by its name nor in a list.
    @Test func anotherDepartmentsRowsAreNotThere() async throws {
        try await TestServer.lend { server in
            let office = try await Office.open(server)
            let (contract, request) = try await office.request(approvals: 3)
            let stranger = office.tokens[.stranger]
            for (target, problem) in [
                (contract, "unknown-contract"), (contract + "/facts", "unknown-contract"),
                (contract + "/statement", "unknown-contract"), (request, "unknown-payment-request"),
            ] {
                let there = try await server.call("GET", target, as: stranger)
                #expect(there.status == 404 && there.string("/type") == "/problems/\(problem)")
            }
            for (target, rows) in [
                ("/api/v1/contracts", "/contracts"), ("/api/v1/positions", "/positions"),
                ("/api/v1/payment-requests", "/paymentRequests"),
            ] {
                #expect(try await server.call("GET", target, as: stranger).count(rows) == 0)
                #expect(try await server.call("GET", target, as: office.token(.officer)).count(rows) != 0)
            }
        }
    }
}
