import Contracts
import DossierSupport
import JSON
import Operations
import Passwords
import Payables
import TestSupport
import Testing
import Values

/// A contract's life over HTTP: every act in the name of whoever does it, and behind every act the statement compared
/// with the one that the pure function computes from what the service has exported.
struct ContractLife {
    static let department = "眉山市政务服务管理局"

    let server: TestServer
    let number: String
    private(set) var day = ""
    private var tokens: [Role: String] = [:]
    private var writes = 0

    /// How many statements were compared.
    private(set) var compared = 0

    var path: String { "/api/v1/contracts/" + number }

    /// The first administrator is made at the machine; the administrator makes the others.
    static func begin(_ server: TestServer, number: String, on day: String) async throws -> ContractLife {
        _ = try await server.workspace.createDepartment(department)
        _ = try await server.workspace.createAccount(
            "admin", department: department, roles: [.admin], password: Password(TestServer.password))
        var life = ContractLife(server: server, number: number)
        life.wake(on: day)
        for role in Role.allCases where role != .admin {
            let account =
                #"{"name":"\#(role.rawValue)","department":"\#(department)","roles":["\#(role.rawValue)"],"#
                + #""password":"\#(TestServer.password)"}"#
            let answer = try await server.call(
                "POST", "/api/v1/accounts", as: try await life.token(.admin), json: account)
            try #require(answer.status == 201)
        }
        return life
    }

    private init(server: TestServer, number: String) {
        self.server = server
        self.number = number
    }

    /// A new day: sessions of another day are over.
    mutating func wake(on day: String) {
        if day != self.day { tokens = [:] }
        self.day = day
        server.clock.set(day)
    }

    /// The session of a role's account, opened when it is first needed on a day.
    mutating func token(_ role: Role) async throws -> String {
        if let token = tokens[role] { return token }
        let credentials = #"{"name":"\#(role.rawValue)","password":"\#(TestServer.password)"}"#
        let token = try #require(
            try await server.call("POST", "/api/v1/sessions", json: credentials).string("/token"))
        tokens[role] = token
        return token
    }

    /// Writes something that must be accepted, and compares the statement after it.
    @discardableResult
    mutating func post(_ path: String, _ body: String, as role: Role, status: Int = 201) async throws -> RawAnswer {
        writes += 1
        let answer = try await server.call(
            "POST", path, as: try await token(role), ["Idempotency-Key": "write-\(writes)"], json: body)
        #expect(answer.status == status, "\(day) \(path) \(body): \(answer.text)")
        try await compareStatement()
        return answer
    }

    /// The statement of today, equal to the last byte to the one that ``Payables`` computes from the exported dossier.
    @discardableResult
    mutating func compareStatement() async throws -> RawAnswer {
        let auditor = try await token(.auditor)
        let answer = try await server.call("GET", path + "/statement", as: auditor)
        let dossier = try Dossier.read(try await exportedDossier().bytes)
        var output = TextOutput()
        output.write(try Payables.statement(of: dossier), explainedIn: .chinese)
        #expect(answer.text == String(decoding: output.bytes, as: UTF8.self), "\(day)")
        compared += 1
        return answer
    }

    /// The dossier (payable.md 2.4) that the pages of GET …/facts make: terms and calendar of the registration, and
    /// every fact in its order.
    mutating func exportedDossier() async throws -> JSONTree {
        let pages = try await server.pages(path + "/facts?limit=20", as: try await token(.auditor))
        let entries = try pages.flatMap { try $0.tree()["/facts"]?.elements ?? [] }
        let registration = try #require(entries.first { $0["/kind"]?.string == "registered" }?["/payload"])
        let facts = entries.filter { $0["/id"]?.string != nil }.compactMap { $0["/payload"] }
        return .object(
            registration.members + [.init("facts", .array(facts)), .init("asOf", .string(day))])
    }

    /// An installment's row of a statement in one line.
    static func line(_ installment: String, in statement: RawAnswer) throws -> String {
        let rows = try statement.tree()["/installments"]?.elements ?? []
        let row = try #require(rows.first { $0["/id"]?.string == installment })
        func text(_ name: String) -> String { row["/" + name]?.string ?? "?" }
        let blockers = (row["/blockedBy"]?.elements ?? []).compactMap(\.string).joined(separator: " ")
        let status = text("status") + (blockers.isEmpty ? "" : " by \(blockers)")
        return
            "\(installment) \(status): \(text("payable")) payable, \(text("deducted")) deducted, \(text("paid")) paid"
    }
}
