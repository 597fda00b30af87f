import Postgres
import Testing

@testable import Storage

/// What the database refuses about suppliers' scales, whatever the program does.
@Suite struct SupplierScaleGuardTests {
    private static let department = "INSERT INTO department (name, created_at) VALUES ('ＡＢ局', now());"

    private func scale(
        _ scale: String = "small", of supplier: String = "示例公司", buyer: String = "ab局", entry: Int = 1
    ) -> String {
        """
        INSERT INTO supplier_scale (buyer_key, supplier, since, entry, scale, recorded_at, recorded_by)
        VALUES ('\(buyer)', '\(supplier)', '2024-01-01', \(entry), '\(scale)', now(), 'wang');
        """
    }

    @Test func formsAreHeld() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.department)
            #expect(try await database.refusal(scale()) == nil)
            #expect(try await database.refusal(scale()) == "supplier_scale_pkey")
            #expect(try await database.refusal(scale(of: "示例公司", entry: 2)) == nil)
            #expect(try await database.refusal(scale("tiny", entry: 3)) == "supplier_scale_known")
            #expect(try await database.refusal(scale(buyer: "ＡＢ局", entry: 3)) == "supplier_scale_department")
            for name in ["", " x", "x\u{202e}", "e\u{301}", "x\n"] {
                #expect(
                    try await database.refusal(scale(of: name, entry: 3)) == "supplier_scale_supplier_form", "\(name)")
            }
        }
    }

    /// The program writes rows and rebuilds them; it never edits one.
    @Test func rolesAddAndRead() async throws {
        try await withMigratedDatabase(role: "tranche_app") { (database) async throws in
            try await database.run(Self.department + scale())
            #expect(try await database.refusal("UPDATE supplier_scale SET scale = 'large'") == "42501")
            #expect(try await database.refusal("DELETE FROM supplier_scale") == nil)
        }
        try await withMigratedDatabase(role: "tranche_auditor") { (database) async throws in
            #expect(try await database.refusal("SELECT FROM supplier_scale") == nil)
            #expect(try await database.refusal("DELETE FROM supplier_scale") == "42501")
        }
    }
}
