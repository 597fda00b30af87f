import Glibc
import TestSupport
import Testing

@testable import Operations

@Suite struct RolesTests {
    /// The table of the documentation is that of the program; `TRANCHE_WRITE_ROLES=1 swift test --filter RolesTests`
    /// writes it anew.
    @Test func theDocumentIsTheMatrix() throws {
        let text = """
            # Roles and permissions

            What each role may do, written from `Role.permissions` by a test. Whose contracts it reaches is another
            question: the own department's, of an auditor also those granted.


            """ + Role.matrix
        let path = "Sources/Operations/Documentation.docc/roles.md"
        if getenv("TRANCHE_WRITE_ROLES") != nil {
            let file = try #require(fopen(Fixtures.repositoryRoot + "/" + path, "w"))
            fputs(text, file)
            fclose(file)
        }
        #expect(String(decoding: Fixtures.bytes(path), as: UTF8.self) == text)
    }

    /// api.md, section 1, once more by hand.
    @Test(arguments: [
        (
            Role.officer,
            """
            read-contracts register-contracts record-events record-invoices record-assessments upload-documents \
            propose-bank-accounts raise-requests
            """
        ),
        (.sectionHead, "read-contracts record-collective-decisions upload-documents approve-as-section"),
        (
            .finance,
            """
            read-contracts record-rulings upload-documents propose-bank-accounts confirm-bank-accounts \
            import-histories manage-budgets approve-as-finance
            """
        ),
        (
            .head,
            """
            read-contracts amend-contracts terminate-contracts void-facts upload-documents confirm-bank-accounts \
            approve-as-head
            """
        ),
        (.treasury, "read-contracts upload-documents record-payments"),
        (.auditor, "read-contracts export-evidence verify-journals read-access-log"),
        (.admin, "manage-accounts manage-tokens manage-calendars read-access-log"),
    ])
    func may(role: Role, permissions: String) {
        #expect(
            Permission.allCases.filter(role.permissions.contains).map(\.rawValue).joined(separator: " ") == permissions
        )
    }

    @Test func everyPermissionIsSomebodysAndFewAreShared() {
        let shared: Set<Permission> = [
            .readContracts, .uploadDocuments, .proposeBankAccounts, .confirmBankAccounts, .readAccessLog,
        ]
        for permission in Permission.allCases where !shared.contains(permission) {
            #expect(Role.allCases.filter { $0.permissions.contains(permission) }.count == 1, "\(permission)")
        }
    }
}
