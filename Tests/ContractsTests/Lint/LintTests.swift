import TestSupport
import Testing
import Values

@testable import Contracts

/// One row a case: what is put into the terms of ``Terms``, and the findings as "pointer code values".
@Suite struct LintTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        var assessment =
            #""bands":[{"from":"90","percent":"0","of":"installment"},{"from":"0","percent":"10","of":"installment"}]"#
        var installment = #""kind":"assessed","assessedBy":"a","when":{"event":"accepted"}"#
        var more = ""
        let findings: [String]
        var testDescription: String { name }
    }

    static let rows: [Row] = [
        Row(name: "sound terms", findings: []),
        Row(
            name: "a hole below the lowest band",
            assessment:
                #""bands":[{"from":"90","percent":"0","of":"installment"},{"from":"80","percent":"10","of":"installment"}]"#,
            findings: ["/contract/assessments/0 score-without-rule 0 ≤ < 80"]),
        Row(
            name: "points fill a hole below the bands",
            assessment:
                #""bands":[{"from":"90","percent":"0","of":"installment"}],"points":[{"pointsBelow":"90","percent":"1","of":"installment","fraction":"exact"}]"#,
            findings: []),
        Row(
            name: "a hole between two rules for points, which also makes a worse score cheaper",
            assessment:
                #""points":[{"pointsBelow":"90","scoreFrom":"80","percent":"1","of":"installment","fraction":"exact"},{"pointsBelow":"90","scoreBelow":"70","percent":"1","of":"installment","fraction":"exact"}]"#,
            findings: [
                "/contract/assessments/0 score-without-rule 70 ≤ < 80",
                "/contract/assessments/0 worse-score-deducts-less 80 0.00 100.00",
            ]),
        Row(
            name: "a band below costs less",
            assessment:
                #""bands":[{"from":"90","percent":"10","of":"installment"},{"from":"0","percent":"5","of":"installment"}]"#,
            findings: ["/contract/assessments/0 worse-score-deducts-less 90 50.00 100.00"]),
        Row(
            name: "the higher rate only below 70, counted from 70: 69 costs less than 70",
            assessment:
                #""points":[{"pointsBelow":"80","scoreFrom":"70","percent":"1","of":"installment","fraction":"exact"},{"pointsBelow":"70","percent":"1.5","of":"installment","fraction":"exact"}],"cap":{"percent":"100","of":"installment"}"#,
            findings: ["/contract/assessments/0 worse-score-deducts-less 70 0.00 100.00"]),
        Row(
            name: "a cap hides that a worse score would cost less",
            assessment:
                #""bands":[{"from":"90","percent":"10","of":"installment"},{"from":"0","percent":"5","of":"installment"}],"cap":{"percent":"5","of":"installment"}"#,
            findings: []),
        Row(
            name: "more than the installment: 1 % a point of a price ten times as much, past 10 points below 80",
            assessment: #""points":[{"pointsBelow":"80","percent":"1","of":"contract","fraction":"exact"}]"#,
            findings: ["/contract/assessments/0 deduction-exceeds-installment 8,000.00 1,000.00 69.99"]),
        Row(
            name: "whole points: the eleventh point is whole at 69",
            assessment: #""points":[{"pointsBelow":"80","percent":"1","of":"contract","fraction":"whole"}]"#,
            findings: ["/contract/assessments/0 deduction-exceeds-installment 8,000.00 1,000.00 69"]),
        Row(
            name: "started points: the eleventh point is started just below 70",
            assessment: #""points":[{"pointsBelow":"80","percent":"1","of":"contract","fraction":"started"}]"#,
            findings: ["/contract/assessments/0 deduction-exceeds-installment 8,000.00 1,000.00 69.99"]),
        Row(
            name: "capped at the installment",
            assessment:
                #""points":[{"pointsBelow":"80","percent":"1","of":"contract","fraction":"exact"}],"cap":{"percent":"100","of":"installment"}"#,
            findings: []),
        Row(
            name: "only all failures together are too much",
            assessment: #""failures":{"criteria":["x","y","z"],"percent":"4","of":"contract"}"#,
            findings: ["/contract/assessments/0 failures-exceed-installment 1,200.00 1,000.00"]),
        Row(
            name: "a band that stands there twice",
            assessment:
                #""bands":[{"from":"0","percent":"5","of":"installment"},{"from":"0","percent":"10","of":"installment"}]"#,
            findings: ["/contract/assessments/0/bands/1 unreachable-band 0"]),
        Row(
            name: "a sheet of 90 points of which 40 are never lost",
            assessment:
                #""sheet":[{"id":"x","label":"X","max":"50","each":"1"},{"id":"y","label":"Y","max":"40","each":"0"}],"bands":[{"from":"95","percent":"0","of":"installment"},{"from":"40","percent":"5","of":"installment"},{"from":"0","percent":"10","of":"installment"}]"#,
            findings: [
                "/contract/assessments/0/sheet sheet-not-100 90",
                "/contract/assessments/0/bands/0 unreachable-band 95",
                "/contract/assessments/0/bands/2 unreachable-band 0",
            ]),
        Row(
            name: "points that no score loses",
            assessment:
                #""points":[{"pointsBelow":"80","scoreFrom":"85","scoreBelow":"90","percent":"1","of":"installment","fraction":"exact"}]"#,
            findings: [
                "/contract/assessments/0/points/0 unreachable-points",
                "/contract/assessments/0 score-without-rule 0 ≤ < 85",
            ]),
        Row(
            name: "assessed by nothing, and the assessment used by nothing",
            installment: #""kind":"assessed","when":{"event":"accepted"}"#,
            findings: [
                "/contract/installments/1 assessed-without-assessment",
                "/contract/assessments/0 unused-assessment",
            ]),
        Row(
            name: "used by a termination, but its deductions fall on nothing",
            installment: #""kind":"periodic","when":{"event":"accepted"}"#,
            more: #","termination":[{"series":["a"],"below":"60","times":1}]"#,
            findings: ["/contract/assessments/0 deduction-on-nothing"]),
        Row(
            name: "the calendar alone makes it due",
            installment: #""kind":"periodic","when":{"any":[{"event":"accepted"},{"contractEnds":true}]}"#,
            more: #","termination":[{"series":["a"],"below":"60","times":1}]"#,
            findings: ["/contract/installments/1 nothing-blocks", "/contract/assessments/0 deduction-on-nothing"]),
    ]

    @Test(arguments: rows)
    func findings(row: Row) throws {
        let dossier = try Dossier.read(Array(Terms.json(row).utf8))
        #expect(dossier.lint().map(Terms.text) == row.findings)
    }

    @Test func meishanContracts() throws {
        let tianfu = try Dossier.read(Fixtures.bytes("ops/samples/meishan-tianfu.json")).lint().map(Terms.text)
        #expect(
            tianfu
                == [0, 1, 2].map { year in
                    let gross = ["718,880.00", "1,596,700.00", "1,169,400.00"][year]
                    let score = ["72.12", "65", "68.12"][year]
                    return "/contract/assessments/\(year) deduction-exceeds-installment 10,495,590.00 \(gross) \(score)"
                })
        let hotline = try Dossier.read(Fixtures.bytes("ops/samples/meishan-hotline.json")).lint().map(Terms.text)
        #expect(
            hotline == [
                "/contract/assessments/2 score-without-rule 0 ≤ < 80",
                "/contract/assessments/2 deduction-exceeds-installment 1,339,500.00 893,000.00 89.99",
                "/contract/assessments/5 score-without-rule 0 ≤ < 80",
                "/contract/assessments/8 score-without-rule 0 ≤ < 80",
            ])
    }

    @Test func usageOutsideOfItsPeriod() throws {
        let dossier = try Dossier.read(Array(Terms.metered.utf8))
        #expect(dossier.lint().map(Terms.text) == ["/facts/1/on usage-outside-period 2026-04-01 2026-01-01 2026-03-31"])
    }

    @Test(arguments: FindingCode.allCases)
    func bothLanguagesTellTheSameFigures(code: FindingCode) {
        for place in (0..<4).map({ "{\($0)}" }) where place != "{3}" {
            #expect(code.chinese.contains(place) == code.english.contains(place), "\(place)")
        }
    }
}
