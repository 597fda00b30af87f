import Contracts
import TestSupport
import Testing
import Values
import YAML

@testable import CLI

@Suite struct WhatIfTests {
    static func document(_ name: String) throws -> DossierDocument {
        let bytes = Fixtures.bytes("ops/samples/\(name)")
        return .init(name: name, json: name.hasSuffix(".yaml") ? try JSONFromYAML.convert(bytes) : bytes)
    }

    static func readings(_ name: String = "meishan-tianfu.json") throws -> [WhatIf] {
        let readings = try Readings(document(name))
        return try ([nil] + readings.names).map {
            try WhatIf(readings.dossier(reading: $0), name: $0 ?? "as written", assessment: "y1")
        }
    }

    private func lines(_ table: TextTable) -> [String] {
        table.render(.table).text.split(separator: "\n").map { line in
            line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        }
    }

    /// Three readings of one clause: all agree from 70 upward; below it B costs half as much again for every point
    /// below 80, and C forgives the ten points between 70 and 80.
    @Test func readingsSideBySide() throws {
        let readings = try Self.readings("tianfu-readings.yaml")
        let table = WhatIfTable(readings: readings, asked: [Fraction(69)], words: Words(language: .english))
        #expect(lines(try table.sideBySide())[2...].filter { !$0.contains("≈") } == [
            "100 718,880.00 9,126,600.00 718,880.00 9,126,600.00 718,880.00 9,126,600.00",
            "91 present 718,880.00 9,126,600.00 present 718,880.00 9,126,600.00 present 718,880.00 9,126,600.00",
            "80 bend 718,880.00 9,126,600.00 bend 718,880.00 9,126,600.00 bend 718,880.00 9,126,600.00",
            "70 bend 0.00 8,213,940.00 jump 0.00 8,213,940.00 jump 0.00 8,213,940.00",
            "< 70 0.00 8,213,940.00 0.00 7,757,610.00 718,880.00 9,126,600.00",
            "69 0.00 8,077,041.00 0.00 7,620,711.00 581,981.00 8,989,701.00",
            "0 0.00 2,516,080.00 0.00 2,516,080.00 0.00 2,516,080.00",
        ])
        #expect(table.legend.count == 3 && table.legend[0] == "A  as written")
    }

    @Test func oneReadingTellsTheNextPayment() throws {
        let table = WhatIfTable(
            readings: try Self.readings("meishan-hotline.json"), asked: [], words: Words(language: .chinese))
        #expect(lines(try table.sideBySide())[2...] == [
            "100 0.00 893,000.00 13,395,000.00 初验款 1,786,000.00 可支付，2022-05-05 到期",
            "95 跳变 0.00 893,000.00 13,395,000.00 初验款 1,786,000.00 可支付，2022-05-05 到期",
            "< 95 669,750.00 223,250.00 12,725,250.00",
            "90 跳变 669,750.00 223,250.00 12,725,250.00 初验款 1,786,000.00 可支付，2022-05-05 到期",
            "< 90 893,000.00 0.00 12,055,500.00",
            "80 跳变 893,000.00 0.00 12,055,500.00 初验款 1,786,000.00 可支付，2022-05-05 到期",
            "< 80 待裁定 0.00 893,000.00 13,395,000.00",
            "0 待裁定 0.00 893,000.00 13,395,000.00 初验款 1,786,000.00 可支付，2022-05-05 到期",
        ])
    }

    @Test func exactScoresForPrograms() throws {
        let table = WhatIfTable(readings: try Self.readings(), asked: [], words: Words(language: .english))
        let json = try table.long().render(.json).text
        // 80 − 718,880 ÷ 91,266, in lowest terms.
        #expect(json.contains(#""score":"72.123244","exact":"3291200/45633","place":"at","mark":"bend""#))
        #expect(json.contains(#""score":"91","exact":null,"place":"at","mark":null,"standing":"present""#))
    }

    @Test(arguments: [
        (#"{"readings":[]}"#, "/readings", ProblemCode.wrongType),
        (#"{"contract":{"assessments":[{"id":"y1"}]},"readings":{"x":{"assessments":{"y9":{}}}}}"#, "/readings/x/assessments/y9", .unknownField),
        (#"["#, "", .syntax),
        (#"[]"#, "", .wrongType),
    ])
    func brokenReadings(json: String, pointer: String, code: ProblemCode) {
        var problem: Problem?
        do throws(DossierDocument.Broken) {
            let readings = try Readings(DossierDocument(name: "x", json: Array(json.utf8)))
            _ = try readings.dossier(reading: readings.names.first)
        } catch { problem = error.problems.list.first }
        #expect(problem?.pointer == pointer && problem?.code == code)
    }

    /// No command but what-if takes a file whose terms are in doubt.
    @Test func readingsAreAnUnknownFieldOfDossiers() throws {
        let document = try Self.document("tianfu-readings.yaml")
        #expect(throws: Problems([Problem(pointer: "/readings", code: .unknownField, detail: "readings")])) {
            try Dossier.read(document.json)
        }
    }
}
