import Contracts
import Documents
import DossierSupport
import Payables
import TestSupport
import Testing
import Values

/// Contracts to publish: the two of Meishan, the samples, and random dossiers.
enum PublishedContracts {
    static let names = [
        "Tests/Fixtures/tianfu.json", "Tests/Fixtures/hotline.json", "ops/samples/cloud-quarterly.json",
        "ops/samples/guangyuan-property.json", "ops/samples/hotline-outsourcing.json",
        "ops/samples/property-monthly.json", "ops/samples/works-withheld.json", "ops/samples/yaan-cloud.json",
    ]

    static func file(_ name: String) throws -> OCDSContract {
        OCDSContract(try #require(Answer(to: Fixtures.bytes(name)).statement))
    }

    /// The golden dossiers, which have returns, amendments, rulings and terminations; their numbers told apart.
    static func golden() throws -> [OCDSContract] {
        try Cases.golden.enumerated().map { index, golden in
            var dossier = golden.dossier
            let number = try #require(dossier["/contract/number"]?.string)
            dossier["/contract/number"] = .string("\(number)#\(index)")
            return OCDSContract(try #require(Answer(to: dossier).statement))
        }
    }

    /// Numbers among them that need encoding; every other one comes with all that can be known beside the terms.
    static func random(_ count: Int) throws -> [OCDSContract] {
        var seeds = SeededGenerator(named: "ocds")
        var dossiers = RandomDossier(seed: seeds.next())
        return try (0..<count).compactMap { index in
            var dossier = try JSONTree(dossiers.json())
            dossier["/contract/number"] = .string(["R-", "合同〔2026〕", "a/b c%"][index % 3] + String(index))
            if index % 4 == 0 {
                dossier["/facts/0/document"] = .string("Vertrag \(index).pdf")
                dossier["/facts/1/document"] = .string(String(repeating: "0a", count: 32))
            }
            // A random dossier may break a rule; those do not count.
            guard let statement = Answer(to: dossier).statement else { return nil }
            return index % 2 == 0 ? OCDSContract(statement) : adorned(OCDSContract(statement))
        }
    }

    static func adorned(_ plain: OCDSContract) -> OCDSContract {
        var contract = plain
        contract.supplier.identifier = ("CN-SAIC", "91511400MA62J0TN1X")
        contract.supplierScale = .sme
        var budget = OCDSBudget()
        budget.id = "2026-0001"
        budget.amount = Money(fen: 1_000_000_00)
        budget.project = "政务信息化"
        contract.budget = budget
        var document = OCDSDocument()
        document.title = "验收报告"
        document.format = "application/pdf"
        document.url = "https://example.org/documents/1"
        contract.documents[String(repeating: "0a", count: 32)] = document
        return contract
    }

    static var publication: OCDSPublication {
        var publisher = OCDSPublisher(name: "眉山市政务服务管理局")
        publisher.scheme = "CN-SAIC"
        publisher.uid = "11511400MB1538282N"
        var publication = OCDSPublication(
            uri: "https://example.org/ocds/2026-11-21.json", publisher: publisher,
            publishedAt: Instant(microseconds: 1_795_233_600_000_000), ocidPrefix: "ocds-a1b2c3")
        publication.license = "https://creativecommons.org/licenses/by/4.0/"
        return publication
    }

    static func package(_ form: OCDSPackage.Form, of contracts: [OCDSContract]) -> [UInt8] {
        var package = OCDSPackage(publication, form)
        var output = TextOutput()
        package.open(to: &output)
        for contract in contracts { package.add(contract, to: &output) }
        package.close(to: &output)
        return output.bytes
    }
}
