import Storage
import Testing
import Values

@testable import Operations

@Suite struct ListSuppliersTests {
    @Test func suppliersOfOnesContractsAndProposalsByTheirNames() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([
                SmallContract.dossier("A-1", supplier: "甲公司"), SmallContract.dossier("A-2", supplier: "甲公司"),
                SmallContract.dossier("A-3", supplier: "乙公司"),
            ])
            let office = try await Office(test)
            func propose(_ supplier: String, by name: String) async throws {
                let account = BankAccount(holder: supplier, bank: "银行", number: "6222020200112233")
                _ = try await test.workspace.proposeBankAccount(
                    account, of: supplier, reason: "新户", proof: .password(People.password), by: office[name])
            }
            try await propose("甲公司", by: "officer")
            try await propose("丙公司", by: "officer")
            try await propose("丁公司", by: "stranger")
            func list(
                _ filter: SupplierFilter = SupplierFilter(), after key: String = "", limit: Int = 10,
                by name: String = "officer"
            ) async throws -> [SupplierAnswer] {
                try await test.workspace.suppliers(filter, after: key, limit: limit, by: office[name])
            }
            let all = try await list()
            #expect(Set(all.map(\.supplier.name)) == ["甲公司", "乙公司", "丙公司"])
            #expect(
                all.map(\.supplier.key)
                    == all.map(\.supplier.key).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
            let first = try #require(all.first { $0.supplier.name == "甲公司" })
            #expect(first.supplier.contracts == 2 && first.supplier.outstanding == Money("2000.00"))
            #expect(first.histories.map(\.changes.count) == [1])
            #expect(Set(try await list(SupplierFilter(isOpen: true)).map(\.supplier.name)) == ["甲公司", "丙公司"])
            #expect(try await list(SupplierFilter(text: "乙")).map(\.supplier.name) == ["乙公司"])
            let page = try await list(limit: 2)
            #expect(try await list(after: page[1].supplier.key).map(\.supplier.name) == [all[2].supplier.name])
            #expect(try await list(by: "stranger").map(\.supplier.name) == ["丁公司"])
            let masked = try await list(by: "auditor").flatMap(\.histories).flatMap(\.changes).map(\.account.number)
            #expect(!masked.isEmpty && masked.allSatisfy { $0 == "************2233" })
        }
    }
}
