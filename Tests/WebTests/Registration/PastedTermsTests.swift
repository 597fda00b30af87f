import Testing
import Values

@testable import Web

/// Pasted texts: what is wrong, and in which line.
@Suite struct PastedTermsTests {
    static let yaml = """
        contract:
          number: HT-1
          title: 保洁服务
          buyer: 买方
          supplier: 卖方
          currency: CNY
          price: 1000.00
          signedOn: 2026-13-01
          installments:
            - id: p1
              label: 全款
              kind: milestone
              amount: {fixed: '1000.00'}
              when: {event: signed}
              assessedBy: nobody
        calendar: CN
        """

    @Test func threeErrorsOfYAMLStandInTheirLines() {
        let pasted = PastedTerms(Self.yaml, in: TemplateTests.words)
        #expect(pasted.faults.map(\.line) == [7, 8, 15])
        #expect(
            pasted.faults.map(\.pointer) == [
                "/contract/price", "/contract/signedOn", "/contract/installments/0/assessedBy",
            ])
        #expect(pasted.draft?.text("/contract/title") == "保洁服务")
    }

    @Test func aContractAloneIsTaken() {
        let text = #"{"number": "HT-1",\#n "price": "1.005"}"#
        let pasted = PastedTerms(text, in: TemplateTests.words)
        #expect(pasted.faults.contains { $0.line == 2 && $0.pointer == "/contract/price" })
        // What is missing is missing in the object that begins in the first line.
        #expect(pasted.faults.contains { $0.line == 1 && $0.pointer == "/contract/title" })
    }

    @Test(arguments: [
        ("{\n \"contract\": {\n  x", 3), ("contract:\n  a: 1\n  a: 2", 3), ("[1]", 1), ("contract: &a x", 1), ("x", 1),
    ])
    func whatCannotBeReadIsToldInItsLine(_ text: String, _ line: Int) {
        let pasted = PastedTerms(text, in: TemplateTests.words)
        #expect(pasted.faults.map(\.line) == [line])
        #expect(pasted.draft == nil)
    }

    @Test func factsAreNotTakenInSilence() {
        let text = #"{"contract":{},"facts":[{"id":"f"}],"asOf":"2026-01-01"}"#
        let pasted = PastedTerms(text, in: TemplateTests.words)
        #expect(pasted.faults.contains { $0.pointer == "/facts" })
        #expect(pasted.draft?["/facts"] == nil && pasted.draft?["/asOf"] == nil)
    }

    @Test func indentsAndBlankLinesAroundAreNoMatter() {
        #expect("\n  a:\n    b: 1\n\n".dedented == "a:\n  b: 1")
        #expect("   ".dedented.isEmpty)
    }
}
