import Contracts
import JSON
import Testing
import Values

@testable import Web

/// Every template, filled in with no more than what it asks for, is a contract that can be registered.
@Suite struct TemplateTests {
    static let words = Words(language: .chinese).registration

    /// The answers to a template's open places, by the form as the pages do it.
    static func filled(_ template: ContractTemplate, price: String = "1000000.01") -> TermsDraft {
        var draft = template.draft(buyer: "采购人")
        var form = FormData()
        for (name, value) in [
            ("number", "HT-1"), ("title", "合同"), ("buyer", "采购人"), ("supplier", "供应商"), ("price", price),
            ("signedOn", "2026-01-05"), ("years/0/from", "2026-02-01"), ("term/from", "2026-02-01"),
        ] { form.add("/contract/" + name, value) }
        if draft.text("/contract/term/to").isEmpty { form.add("/contract/term/to", "2027-01-31") }
        for item in ["vcpu-month", "storage-tb-month", "backup-tb-month", "supervision-month"] {
            for quarter in 0..<4 {
                form.add("/contract/installments/\(quarter)/amount/metered/unitPrices/\(item)", "12.5")
            }
        }
        let fields = DraftFields(draft: draft, words: words)
        let views: [RegistrationView] = [.basics, .period] + (0..<4).map { .installment($0) }
        for view in views { draft.take(fields.fields(of: view).filter { form[$0.name] != nil }, from: form) }
        if !draft.list("/contract/years").isEmpty, draft.text("/contract/years/0/fee").isEmpty { draft.splitPrice() }
        draft.resolveOpenings()
        return draft
    }

    @Test(arguments: ContractTemplate.allCases)
    func isValidOnceItIsFilledIn(_ template: ContractTemplate) {
        let review = Self.filled(template).review
        #expect(review.problems.map { "\($0.pointer) \($0.code)" } == [])
    }

    private static let findings: [(ContractTemplate, Set<String>)] = [
        (.hotline, ["score-without-rule", "deduction-exceeds-installment"]),
        (.platform, ["deduction-exceeds-installment"]), (.outsourcing, []),
        (.property, []), (.cloud, []), (.works, []),
    ]

    /// What lint says of the originals too, and nothing else.
    @Test(arguments: findings)
    func hasOnlyKnownFindings(_ template: ContractTemplate, _ known: Set<String>) {
        #expect(Set(Self.filled(template).review.findings.map(\.code.rawValue)) == known)
    }

    @Test func isOpenInNothingButPartiesSumsAndDays() {
        let open: Set<String> = ["number", "supplier", "price", "signedOn"]
        for template in ContractTemplate.allCases {
            let review = template.draft(buyer: "采购人").review
            for problem in review.problems where problem.pointer.hasPrefix("/contract/") {
                let steps = problem.pointer.split(separator: "/")
                #expect(problem.code == .missingField, "\(template) \(problem)")
                let isSumOrDay = ["fee", "from", "to", "date", "fixed", "amount"].contains(steps.last ?? "")
                let isWithin = steps.contains("unitPrices") || steps.contains("when")
                #expect(open.contains(String(steps[1])) || isSumOrDay || isWithin, "\(problem.pointer)")
            }
        }
    }

    /// Parts of a price that does not divide evenly still add up to it.
    @Test func partsAddUp() throws {
        let price = try #require(Money("1000000.01"))
        for count in Int64(1)...12 {
            let parts = (1...count).compactMap { price.part($0, of: count) }
            #expect(parts.reduce(0) { $0 + $1.fen } == price.fen)
        }
    }

    @Test(arguments: [
        ("@start", "2024-01-31"), ("@start+1m", "2024-02-29"), ("@start+12m-1d", "2025-01-30"),
        ("@start+3", "@start+3"), ("@price*1/3", "33.33"), ("@price*3/3", "33.34"), ("@price*4/3", "@price*4/3"),
        ("@price", "@price"), ("合同", "合同"),
    ])
    func openingsAreResolved(_ text: String, _ expected: String) throws {
        let start = try #require(CalendarDay("2024-01-31"))
        #expect(Opening.resolved(text, start: start, price: Money("100.00")) == expected)
        #expect(Opening.resolved(text, start: nil, price: nil) == text)
    }
}
