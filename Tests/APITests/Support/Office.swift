import Operations
import Passwords
import Synchronization
import TestSupport
import Testing

/// A department with a person for each role and all that they work on: each time a new contract, request, account,
/// so that no call spoils the next one.
struct Office: Sendable {
    static let department = "眉山市政务服务局"

    let server: TestServer
    private(set) var tokens: [MatrixPerson: String]
    private let numbers = Numbers()

    /// Everybody, with what they present.
    static func open(_ server: TestServer) async throws -> Office {
        try await server.addPeople()
        let workspace = server.workspace
        _ = try await workspace.createDepartment("雅安局")
        for (name, department) in [("stranger", "雅安局"), ("disabled", department)] {
            _ = try await workspace.createAccount(
                name, department: department, roles: Set(Role.allCases), password: Password(TestServer.password))
        }
        var tokens: [MatrixPerson: String] = [.expired: try await server.logIn("officer")]
        server.clock.set("2024-06-04")
        for role in Role.allCases { tokens[.role(role)] = try await server.logIn(role.rawValue) }
        tokens[.stranger] = try await server.logIn("stranger")
        // Sessions of a disabled account end with it; its tokens stay, and no longer open anything.
        tokens[.disabled] = try await workspace.issueToken(for: "disabled", label: "x").text
        try await workspace.disableAccount("disabled")
        let revoked = try await workspace.issueToken(for: "officer", label: "x")
        try await workspace.revokeToken(revoked.id)
        tokens[.revoked] = revoked.text
        return Office(server: server, tokens: tokens)
    }

    /// The same with a new session for somebody who may have one.
    func loggingInAgain(_ person: MatrixPerson) async throws -> Office {
        guard person.isKnown else { return self }
        var office = self
        office.tokens[person] = try await server.logIn(person.name)
        return office
    }

    /// What a role's account presents.
    func token(_ role: Role) -> String { tokens[.role(role)] ?? "" }

    /// A number that no other has.
    func number() -> Int { numbers.next() }

    /// A contract of the department: an advance that is due, an assessed part with its result, a metered part.
    func contract() async throws -> String {
        let number = "C-\(number())"
        let dossier = #"{"contract":\#(Self.terms(number)),"facts":[\#(Self.facts)]}"#
        let dossiers = AsyncStream { continuation in
            continuation.yield(Array(dossier.utf8))
            continuation.finish()
        }
        _ = try await server.workspace.importDossiers(dossiers, report: { _ in })
        return "/api/v1/contracts/" + number
    }

    /// A payment request of the officer on the assessed part, approved by so many.
    func request(approvals: Int = 0) async throws -> (contract: String, request: String) {
        let contract = try await contract()
        let raised = try await call(
            .officer, "POST", contract + "/payment-requests", #"{"installment":"assessed"}"#)
        let request = "/api/v1/payment-requests/" + (try #require(raised.string("/id"), "\(raised.text)"))
        for role in [Role.sectionHead, .finance, .head].prefix(approvals) {
            _ = try await call(role, "POST", request + "/decisions", TestServer.approval)
        }
        return (contract, request)
    }

    /// A proposed bank account's change.
    func bankAccountChange() async throws -> String {
        let proposed = try await call(
            .officer, "POST", "/api/v1/suppliers/S-\(number())/bank-accounts", Self.bankAccount)
        return "/api/v1/bank-account-changes/\(try #require(proposed.integer("/id")))"
    }

    /// An account that nobody uses.
    func account() async throws -> String {
        let name = "t\(number())"
        _ = try await server.workspace.createAccount(
            name, department: Self.department, roles: [], password: Password(TestServer.password))
        return "/api/v1/accounts/" + name
    }

    /// Something that must succeed.
    func call(_ role: Role, _ method: String, _ target: String, _ json: String? = nil) async throws -> RawAnswer {
        let answer = try await server.call(method, target, as: token(role), fields(), json: json)
        try #require(answer.status < 300, "\(method) \(target): \(answer.text)")
        return answer
    }

    func fields() -> [String: String] { ["Idempotency-Key": "k\(number())"] }

    func payment() -> String {
        #"{"amount":"100.00","on":"2024-06-04","voucher":"V-\#(number())","fundSource":"财政预算"}"#
    }

    static let bankAccount =
        #"{"holder":"h","bank":"b","number":"62220000","reason":"r",\#(TestServer.confirmation)}"#

    static func terms(_ number: String) -> String {
        #"{"number":"\#(number)","title":"t","buyer":"\#(department)","supplier":"s","currency":"CNY","#
            + #""price":"1000.00","signedOn":"2024-01-10","term":{"from":"2024-01-10","to":"2024-12-31"},"#
            + #""installments":[{"id":"assessed","label":"考核款","kind":"assessed","amount":{"fixed":"600.00"},"#
            + #""when":{"event":"signed"},"assessedBy":"a"},"#
            + #"{"id":"metered","label":"按量款","kind":"periodic","amount":{"metered":{"unitPrices":{"seat":"1.00"},"#
            + #""from":"2024-01-10","to":"2024-12-31"}},"when":{"all":[{"event":"accepted"},{"clear":"quality"}]}}],"#
            + #""assessments":[{"id":"a","label":"考核","rectifications":1,"bands":[{"from":"60","percent":"0","#
            + #""of":"installment"},{"from":"0","percent":"10","of":"installment"}]}]}"#
    }

    private static let facts =
        #"{"id":"s","kind":"event","event":"signed","on":"2024-01-10"},"#
        + #"{"id":"r","kind":"assessment","assessment":"a","score":"90","on":"2024-05-01"}"#

    private final class Numbers: Sendable {
        private let last = Mutex(0)

        func next() -> Int {
            last.withLock { last in
                last += 1
                return last
            }
        }
    }
}
