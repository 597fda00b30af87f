@testable import Contracts

/// Terms around one assessment `a`: a price of 10,000 yuan, 9,000 paid at the start, 1,000 by the assessment.
enum Terms {
    static func json(_ row: LintTests.Row) -> String {
        """
        {"contract":{"number":"T","title":"T","buyer":"B","supplier":"S","currency":"CNY","price":"10000.00",
        "signedOn":"2026-01-01","term":{"from":"2026-01-01","to":"2026-12-31"},"installments":[
        {"id":"start","label":"S","kind":"advance","amount":{"fixed":"9000.00"},"when":{"event":"signed"}},
        {"id":"rest","label":"R","amount":{"remainder":"contract"},\(row.installment)}],
        "assessments":[{"id":"a","label":"A",\(row.assessment)}]\(row.more)},"facts":[],"asOf":"2026-02-01"}
        """
    }

    /// Pay by use in the first quarter, with one day's use recorded for it and one for the day after.
    static let metered = """
        {"contract":{"number":"T","title":"T","buyer":"B","supplier":"S","currency":"CNY","price":"10000.00",
        "signedOn":"2026-01-01","installments":[{"id":"q1","label":"Q1","kind":"periodic","when":{"event":"accepted"},
        "amount":{"metered":{"unitPrices":{"hour":"1.5"},"from":"2026-01-01","to":"2026-03-31"}}}]},"facts":[
        {"id":"f1","kind":"usage","installment":"q1","item":"hour","quantity":"10","on":"2026-03-31"},
        {"id":"f2","kind":"usage","installment":"q1","item":"hour","quantity":"10","on":"2026-04-01"},
        {"id":"f3","kind":"usage","installment":"q1","item":"hour","quantity":"10","on":"2026-04-02"},
        {"id":"f4","kind":"voided","fact":"f3","reason":"typed twice","on":"2026-04-03"}],"asOf":"2026-05-01"}
        """

    static func text(_ finding: Finding) -> String {
        ([finding.pointer, finding.code.rawValue] + finding.values).joined(separator: " ")
    }
}
