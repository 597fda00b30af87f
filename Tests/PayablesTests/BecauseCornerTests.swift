import DossierSupport
import Testing
import Values

/// Explanations where it is easy to explain wrongly.
struct BecauseCornerTests {
    private func complaints(_ dossier: JSONTree) throws -> [String] {
        let answer = Answer(to: dossier)
        try #require(answer.problems == [])
        return BecauseAudit.complaints(about: try JSONTree(parsing: answer.bytes(explainedIn: .english)), of: dossier)
    }

    /// Each share is rounded on its own, so that one percentage of the sum would be a fen off.
    @Test func twoHoldbacksOfOneInstallment() throws {
        var dossier = Cases.tianfu
        for name in ["first", "second"] {
            dossier["/contract/installments/-"] = [
                "id": .string(name), "label": "质保金", "kind": "holdback", "when": ["contractEnds": true],
                "amount": ["withheld": ["percent": "1", "from": ["y1-advance", "y1-launch"]]],
            ]
        }
        for (index, percent) in [(8, "1.000348"), (9, "1.000209")] {
            dossier["/contract/installments/\(index)/amount/withheld/percent"] = .string(percent)
        }
        #expect(try complaints(dossier) == [])
    }

    /// Terms that do not say what becomes of an excess have no clause to point to.
    @Test func aClaimUnderTermsThatAreSilentAboutIt() throws {
        var dossier = Cases.tianfu
        dossier["/contract/excess"] = nil
        dossier["/facts/8/score"] = "0"
        dossier["/facts/8/round"] = 2
        dossier["/facts/-"] = ["id": "y3", "kind": "assessment", "assessment": "y3", "score": "0", "on": "2024-01-10", "round": 2]
        dossier["/asOf"] = "2024-03-01"
        let statement = try JSONTree(parsing: Answer(to: dossier).bytes())
        #expect(statement["/claim"] != "0.00")
        #expect(try complaints(dossier) == [])
    }

    /// The combination asks for its part before the holdback that the part is attached to has collected anything.
    @Test func aPartThatIsAttachedToALaterHoldback() throws {
        var dossier = Cases.hotline
        dossier["/contract/assessments/0/failures"] = ["criteria": ["safety"], "percent": "10", "of": "installment"]
        dossier["/contract/installments/-"] = [
            "id": "held", "label": "质保金", "kind": "holdback", "when": ["contractEnds": true], "assessedBy": "y1h1",
            "amount": ["withheld": ["percent": "3", "from": ["y3-advance"]]],
        ]
        for (name, failed): (String, JSONTree) in [("y1h1", ["safety"]), ("y1h2", [])] {
            dossier["/facts/-"] = [
                "id": .string(name), "kind": "assessment", "assessment": .string(name), "score": "96", "failed": failed,
                "on": "2022-06-01",
            ]
        }
        dossier["/asOf"] = "2022-08-01"
        let statement = try JSONTree(parsing: Answer(to: dossier).bytes())
        #expect(statement["/installments/7/gross"] == "80370.00")
        #expect(statement["/installments/7/deducted"] == "8037.00")
        #expect(try complaints(dossier) == [])
    }

    /// Every level doubles the ways to the parts, not the facts.
    @Test func combinationsThatShareTheirParts() throws {
        var dossier = Cases.hotline
        dossier["/contract/termination"] = nil
        var assessments: [JSONTree] = ["a0", "b0"].map { ["id": $0, "label": "半年考核"] }
        for level in 1...16 {
            let parts: [JSONTree] = ["a", "b"].map { ["assessment": .string("\($0)\(level - 1)"), "weight": "0.5"] }
            assessments += ["a", "b"].map {
                ["id": .string("\($0)\(level)"), "label": "综合考核", "decimals": 2, "combine": .array(parts)]
            }
        }
        dossier["/contract/assessments"] = .array(assessments)
        dossier["/contract/assessments/33/bands"] = [["from": "0", "percent": "1", "of": "contract"]]
        for index in 0..<7 { dossier["/contract/installments/\(index)/assessedBy"] = nil }
        dossier["/contract/installments/0/assessedBy"] = "b16"
        for name in ["a0", "b0"] {
            dossier["/facts/-"] = [
                "id": .string(name), "kind": "assessment", "assessment": .string(name), "score": "50", "on": "2022-01-01",
            ]
        }
        let statement = try JSONTree(parsing: Answer(to: dossier).bytes())
        #expect(statement["/installments/0/because/deducted/facts"] == ["a0", "b0"])
        #expect(try complaints(dossier) == [])
    }
}
