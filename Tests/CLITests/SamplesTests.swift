import Contracts
import TestSupport
import Payables
import Testing
import Values

@testable import CLI

/// What `ops/up` loads: each computes, and lint finds in it what its comment here explains, no more.
@Suite struct SamplesTests {
    @Test(arguments: [
        ("cloud-quarterly.json", "q3 due 842364.75", []),
        ("guangyuan-property.json", "nothing left", []),
        ("hotline-outsourcing.json", "y1-balance blocked 672300.00", []),
        // As published: no rule below 80, and 30 % of a year's fee is more than the first year's balance of 20 %.
        (
            "meishan-hotline.json", "y1-acceptance due 1786000.00",
            ["score-without-rule", "deduction-exceeds-installment", "score-without-rule", "score-without-rule"]
        ),
        // As published: 1 % of the whole price a point soon exceeds one year's balance; the rest is carried.
        (
            "meishan-tianfu.json", "y1-balance overdue 718880.00",
            [String](repeating: "deduction-exceeds-installment", count: 3)
        ),
        ("property-monthly.json", "m09 blocked 81310.00", []),
        ("works-withheld.json", "completion overdue 694520.00", []),
        ("yaan-cloud.json", "nothing left", []),
    ])
    func sample(name: String, next: String, findings: [String]) throws {
        let dossier = try WhatIfTests.document(name).dossier()
        let statement = try statement(of: dossier)
        let found = statement.next.map { position in
            let row = statement.installments[position]
            return "\(statement.terms.installments[position].id) \(row.status.rawValue) \(row.outstanding)"
        }
        #expect(found ?? "nothing left" == next)
        #expect(dossier.lint().map(\.code.rawValue) == findings)
    }

    /// The published sums of 雅安 (592.62 万元 in 2020 and 331.82 in advance) and 广元 (143.36) come out to the fen.
    @Test(arguments: [("yaan-cloud.json", "9244400.00"), ("guangyuan-property.json", "1433600.00")])
    func publishedSums(name: String, paid: String) throws {
        #expect(try statement(of: WhatIfTests.document(name).dossier()).paid.description == paid)
    }
}
