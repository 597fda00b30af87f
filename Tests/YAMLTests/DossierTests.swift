import Contracts
import TestSupport
import Payables
import Testing
import Values

@testable import YAML

@Suite struct DossierTests {
    @Test(arguments: ["tianfu", "hotline"])
    func sameStatementAsFromJSON(name: String) throws {
        let json = Fixtures.bytes("ops/samples/meishan-\(name).json")
        let yaml = try JSONFromYAML.convert(Fixtures.bytes("Tests/Fixtures/\(name).yaml"))
        #expect(try statementText(yaml) == statementText(json))
        #expect(try !statementText(json).isEmpty)
    }

    @Test func unquotedMoneyIsRefusedWhereItStands() throws {
        let text = String(decoding: Fixtures.bytes("Tests/Fixtures/tianfu.yaml"), as: UTF8.self)
        let unquoted = text.replacing("price: \"9126600.00\"", with: "price: 9126600.00")
        let json = try JSONFromYAML.convert(Array(unquoted.utf8))
        #expect(throws: Problems([Problem(pointer: "/contract/price", code: .numberForDecimal, detail: "string")])) {
            try Dossier.read(json)
        }
    }

    private func statementText(_ json: [UInt8]) throws -> String {
        var output = TextOutput()
        output.write(try statement(of: try Dossier.read(json)), explainedIn: .chinese)
        return output.text
    }
}
