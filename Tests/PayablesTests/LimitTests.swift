import Contracts
import DossierSupport
import Payables
import TestSupport
import Testing
import Values

/// At the edge of 64 bits there is a statement or the problem `overflow`, never a wrong figure.
struct LimitTests {
    private static let most = "92233720368547758.07"

    @Test func theLargestPrice() throws {
        var dossier = Cases.oneInstallment
        dossier["/contract/price"] = .string(Self.most)
        let statement = try #require(Answer(to: dossier).statement)
        #expect(statement.outstanding.description == Self.most)
        #expect(statement.payableNow.description == Self.most)
    }

    @Test func aPriceBeyond() {
        var dossier = Cases.oneInstallment
        dossier["/contract/price"] = "92233720368547758.08"
        #expect(
            Answer(to: dossier).problems == [
                Problem(pointer: "/contract/price", code: .overflow, detail: "92233720368547758.08")
            ])
    }

    @Test(arguments: [1, 2, 3])
    func paymentsThatDoNotFitTogether(_ count: Int) {
        var dossier = Cases.oneInstallment
        for number in 1...count {
            dossier["/facts/-"] = [
                "id": .string("p\(number)"), "kind": "paid", "installment": "only", "amount": .string(Self.most),
                "on": "2021-03-01",
            ]
        }
        let answer = Answer(to: dossier)
        #expect((answer.statement != nil) == (count == 1))
        #expect(answer.problems.allSatisfy { $0.code == .overflow })
        #expect(answer.problems.map(\.pointer) == (2..<max(2, count + 1)).map { "/facts/\($0)/amount" })
    }

    @Test(arguments: ["100", "100.000001", "9223372036854.775807"])
    func aShareOfTheLargestPrice(_ percent: String) {
        var dossier = Cases.oneInstallment
        dossier["/contract/price"] = .string(Self.most)
        dossier["/contract/installments/0/amount"] = ["percent": .string(percent), "of": "contract"]
        let answer = Answer(to: dossier)
        #expect((answer.statement != nil) == (percent == "100"))
        #expect(answer.problems.allSatisfy { $0.code == .overflow })
    }

    @Test func usageThatDoesNotFit() {
        var dossier = Cases.oneInstallment
        dossier["/contract/installments/0/amount"] = [
            "metered": ["unitPrices": ["hour": "9223372036854.775807"], "from": "2021-01-01", "to": "2021-12-31"]
        ]
        dossier["/facts/-"] = [
            "id": "u", "kind": "usage", "installment": "only", "item": "hour", "quantity": "9223372036854.775807",
            "on": "2021-03-01",
        ]
        #expect(Answer(to: dossier).problems == [Problem(pointer: "/facts/1/quantity", code: .overflow)])
    }

    @Test func aDueDateBeyondTheCalendar() {
        var dossier = Cases.oneInstallment
        dossier["/facts/0/on"] = "9999-12-31"
        dossier["/asOf"] = "9999-12-31"
        #expect(Answer(to: dossier).statement?.installments[0].dueOn == .last)
        for span: JSONTree in [["days": 1], ["workingDays": 1], ["months": 1]] {
            dossier["/contract/installments/0/within"] = span
            #expect(Answer(to: dossier).problems == [Problem(pointer: "/contract/installments/0", code: .overflow)])
        }
    }

    @Test func aReturnOfTheLeastAmount() {
        var dossier = Cases.oneInstallment
        dossier["/facts/-"] = [
            "id": "r", "kind": "returned", "installment": "only", "amount": "-92233720368547758.08", "on": "2021-03-01",
        ]
        #expect(Answer(to: dossier).problems.map(\.code).contains(.notPositive))
    }

    /// Sixteen levels of combinations are computed; the next one is refused, and so are two thousand, before anyone
    /// walks down them.
    @Test(arguments: [1, 2, 16, 17, 18, 1999])
    func combinationsOfCombinations(_ levels: Int) {
        var dossier = Cases.oneInstallment
        dossier["/contract/assessments"] = .array(
            (0...levels).map { level in
                var assessment: JSONTree = ["id": .string("a\(level)"), "label": "考核"]
                guard level > 0 else { return assessment }
                assessment["/combine"] = [["assessment": .string("a\(level - 1)"), "weight": "1"]]
                return assessment
            })
        dossier["/contract/assessments/\(levels)/bands"] = [["from": "0", "percent": "1", "of": "contract"]]
        dossier["/contract/installments/0/assessedBy"] = .string("a\(levels)")
        dossier["/facts/-"] = ["id": "r", "kind": "assessment", "assessment": "a0", "score": "50", "on": "2021-02-01"]
        let answer = Answer(to: dossier)
        #expect(answer.statement?.deducted.description == (levels <= 16 ? "1.00" : nil))
        let tooDeep = Problem(pointer: "/contract/assessments/17/combine", code: .depth, detail: "16")
        #expect(answer.problems == (levels <= 16 ? [] : [tooDeep]))
    }

    /// Golden dossiers with all their amounts scaled up until some no longer fit.
    @Test(arguments: Cases.golden)
    func scaledUp(_ golden: Cases.Golden) {
        for zeros in 6...14 {
            let bytes = golden.dossier.scaled(by: String(repeating: "0", count: zeros)).bytes
            let answer = Answer(to: bytes)
            #expect(Scrutiny.complaint(about: bytes, answer) == nil)
        }
    }
}

extension JSONTree {
    /// Every amount of money with so many zeros more.
    fileprivate func scaled(by zeros: String, under name: String = "") -> JSONTree {
        switch self {
        case .object(let members): .object(members.map { Member($0.name, $0.value.scaled(by: zeros, under: $0.name)) })
        case .array(let elements): .array(elements.map { $0.scaled(by: zeros, under: name) })
        case .string(let text) where ["price", "fee", "fixed", "max", "amount", "deduction"].contains(name):
            .string(text.split(separator: ".").first.map { $0 + zeros + text.dropFirst($0.count) } ?? text)
        default: self
        }
    }
}
