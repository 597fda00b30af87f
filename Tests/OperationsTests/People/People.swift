import Passwords
import Values

@testable import Operations

/// A department with one account a role, all of one password.
struct People {
    static let password = Password("correct horse battery")
    static let wrong = Password("wrong horse battery")
    let workspace: Workspace

    init(_ test: TestWorkspace) async throws {
        workspace = test.workspace
        _ = try await workspace.createDepartment("眉山市政务服务局")
        for role in Role.allCases { try await add(role.rawValue, [role]) }
    }

    @discardableResult
    func add(_ name: String, _ roles: Set<Role> = []) async throws -> Actor {
        try await workspace.createAccount(name, department: "眉山市政务服务局", roles: roles, password: Self.password)
    }

    func logIn(
        _ name: String, _ password: Password = Self.password, from address: String = "10.0.0.1"
    ) async throws -> String {
        try await workspace.logIn(name, password: password, from: address).token
    }

    /// The code of the error by which something fails; nil where it does not.
    static func code(_ body: () async throws -> Void) async throws -> String? {
        do {
            try await body()
            return nil
        } catch let error as OperationError {
            return error.code
        }
    }
}
