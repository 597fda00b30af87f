import Contracts
import Documents
import DossierSupport
import Glibc
import Payables
import TestSupport
import Testing
import Values

/// That packages are valid OCDS is checked by Tests/Service/ocds.sh on the files that ``leavesFilesToValidate()``
/// writes; here, that they say what statements and facts say.
struct OCDSPackageTests {
    /// Every payment and return once, with the amount of the fact, the right way round, and the figures as they stand.
    @Test(arguments: PublishedContracts.names) func saysWhatTheStatementSays(_ name: String) throws {
        try check(try PublishedContracts.file(name))
    }

    @Test func saysWhatTheStatementSaysOfRandomContracts() throws {
        let contracts = try PublishedContracts.random(300)
        #expect(contracts.count > 200)
        for contract in contracts { try check(contract) }
    }

    @Test func saysWhatTheStatementSaysOfGoldenContracts() throws {
        for contract in try PublishedContracts.golden() { try check(contract) }
    }

    private func check(_ contract: OCDSContract) throws {
        let bytes = PublishedContracts.package(.releases, of: [contract])
        let release = try #require(try JSONTree(parsing: bytes)["/releases/0"])
        let statement = contract.statement
        let published = try #require(release["/contracts/0"])
        #expect(published["/value/amount"] == .number(statement.terms.price.description))
        #expect(published["/deductions/deducted/amount"] == .number(statement.deducted.description))
        #expect(release["/awards/0/value/amount"] == .number(statement.dossier.contract.price.description))

        var paid: Int64 = 0
        for transaction in published["/implementation/transactions"]?.elements ?? [] {
            let amount = try fen(transaction["/value/amount"])
            let isPayment = transaction["/payer/name"]?.string == statement.terms.buyer
            #expect(
                transaction["/payee/name"]?.string == (isPayment ? statement.terms.supplier : statement.terms.buyer))
            paid += isPayment ? amount : -amount
        }
        #expect(paid == statement.paid.fen)

        let milestones = published["/milestones"]?.elements ?? []
        #expect(milestones.count == statement.installments.count)
        for (milestone, row) in zip(milestones, statement.installments) {
            #expect(try fen(milestone["/installment/payable/amount"]) == row.payable.fen)
            #expect(try fen(milestone["/installment/outstanding/amount"]) == row.outstanding.fen)
            #expect(try fen(milestone["/installment/withheld/amount"]) == row.withheld.fen)
            #expect((milestone["/dueDate"] == nil) == (row.dueOn == nil))
            #expect((milestone["/status"]?.string == "met") == (row.status == .settled))
        }
    }

    private func fen(_ number: JSONTree?) throws -> Int64 {
        guard case .number(let text) = number else { throw Missing() }
        return try #require(Money(text)).fen
    }

    private struct Missing: Error {}

    @Test func differentNumbersHaveDifferentProcesses() throws {
        let publication = PublishedContracts.publication
        #expect(publication.ocid(of: "MS-2020") == "ocds-a1b2c3-MS-2020")
        #expect(publication.ocid(of: "川〔1〕") == "ocds-a1b2c3-%E5%B7%9D%E3%80%941%E3%80%95")
        #expect(publication.ocid(of: "a%2Fb") != publication.ocid(of: "a/b"))
    }

    @Test func tagsFollowWhatHappened() throws {
        func tags(_ change: (inout JSONTree) -> Void) throws -> JSONTree? {
            var dossier = try JSONTree(parsing: Fixtures.bytes("Tests/Fixtures/hotline.json"))
            change(&dossier)
            let statement = try #require(Answer(to: dossier).statement)
            let package = PublishedContracts.package(.releases, of: [OCDSContract(statement)])
            return try JSONTree(parsing: package)["/releases/0/tag"]
        }
        let signed = try tags { $0["/facts"] = .array([]) }
        #expect(signed == .array([.string("contract")]))
        let paid = try tags { _ in }
        #expect(paid == .array([.string("contractUpdate"), .string("implementation")]))
        let fact = #"[{"id":"t","kind":"terminated","reason":"R","on":"2021-12-01"}]"#
        let ended = try tags { $0["/facts"] = try? JSONTree(fact) }
        #expect(ended == .array([.string("contractUpdate"), .string("contractTermination")]))
    }

    @Test func voidedFactsAreNotPublished() throws {
        var dossier = try JSONTree(parsing: Fixtures.bytes("Tests/Fixtures/tianfu.json"))
        let payment = try #require(dossier["/facts"]?.elements.first { $0["/kind"]?.string == "paid" }?["/id"]?.string)
        let fact = #"{"id":"v","kind":"voided","fact":"\#(payment)","reason":"R","on":"2022-01-01","document":"D"}"#
        let before = try #require(Answer(to: dossier).statement)
        dossier["/facts/-"] = try JSONTree(fact)
        let after = try #require(Answer(to: dossier).statement)
        func ids(_ statement: Statement) throws -> [String?] {
            let package = PublishedContracts.package(.releases, of: [OCDSContract(statement)])
            let transactions = try JSONTree(parsing: package)["/releases/0/contracts/0/implementation/transactions"]
            return transactions?.elements.map { $0["/id"]?.string } ?? []
        }
        #expect(try ids(before).contains(payment))
        #expect(try !ids(after).contains(payment))
        #expect(try ids(after).count == ids(before).count - 1)
    }

    /// A record's compiled release is its release but for id and tag; and the same input gives the same bytes.
    @Test func recordsHoldTheSame() throws {
        let contracts = try PublishedContracts.names.map(PublishedContracts.file)
        let bytes = PublishedContracts.package(.records, of: contracts)
        #expect(bytes == PublishedContracts.package(.records, of: contracts))
        let records = try JSONTree(parsing: bytes)["/records"]?.elements ?? []
        #expect(records.count == contracts.count)
        for record in records {
            var compiled = try #require(record["/compiledRelease"])
            #expect(compiled["/tag"] == .array([.string("compiled")]))
            compiled["/id"] = record["/releases/0/id"]
            compiled["/tag"] = record["/releases/0/tag"]
            #expect(compiled == record["/releases/0"])
        }
    }

    @Test func leavesFilesToValidate() throws {
        let contracts =
            try PublishedContracts.names.map(PublishedContracts.file) + PublishedContracts.golden()
            + PublishedContracts.random(200)
        let adorned = contracts.map(PublishedContracts.adorned)
        guard let folder = getenv("TRANCHE_SAMPLE_BUNDLE").map({ String(cString: $0) }) else { return }
        for (name, bytes) in [
            ("releases.json", PublishedContracts.package(.releases, of: contracts)),
            ("releases-adorned.json", PublishedContracts.package(.releases, of: adorned)),
            ("records.json", PublishedContracts.package(.records, of: contracts)),
        ] + OCDSExtension.files.map({ ("ocds-" + $0.name, $0.bytes) }) {
            let file = try #require(fopen("\(folder)/\(name)", "wb"))
            #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
            fclose(file)
        }
    }
}
