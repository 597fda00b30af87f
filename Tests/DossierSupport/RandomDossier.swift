import TestSupport

/// Dossiers at random around one assessment `a`, with everything that bends a curve: bands, points, caps, combinations,
/// holdbacks, earlier debts, overpayments, invoices and terminations.
public struct RandomDossier {
    var random: SeededGenerator
    /// Exact points of a score of two decimals make steps of a hundredth, which the curve draws as a line: not here.
    private var isRounded = false

    /// The dossiers of a seed.
    public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// The next dossier as JSON.
    public mutating func json() -> String {
        let isCombined = chance(3)
        let decimals = pick(["", #","decimals":0"#, #","decimals":1"#, #","decimals":2"#])
        isRounded = decimals.hasSuffix("2")
        let parts = #""combine":[{"assessment":"a","weight":"0.4"},{"assessment":"b","weight":"0.6"}]\#(decimals),"#
        let assessments =
            isCombined
            ? [
                rules("a", mayCost: chance(2)), rules("b", mayCost: false),
                #"{"id":"c","label":"C",\#(parts)\#(costs())}"#,
            ]
            : [rules("a", mayCost: true), rules("b", mayCost: true)]
        let by = isCombined ? "c" : "a"
        return """
            {"contract":{"number":"R","title":"R","buyer":"B","supplier":"S","currency":"CNY","price":"100000.00",
            "signedOn":"2026-01-01","excess":"\(pick(["carry", "carry", "waive", "claim"]))","term":
            {"from":"2026-01-01","to":"2026-12-31"},"installments":[\(installments(by, other: isCombined ? "" : "b"))],
            "assessments":[\(assessments.joined(separator: ","))]},
            "facts":[\(facts().joined(separator: ","))],"asOf":"2027-06-30"}
            """
    }

    private mutating func installments(_ by: String, other: String) -> String {
        let half = pick(["28000.00", "31415.93", "9999.99"])
        var list = [
            installment("i0", #"{"fixed":"\#(half)"}"#, when: #"{"event":"signed"}"#),
            installment("i1", #"{"percent":"\#(pick(["10", "12.345678", "20"]))","of":"contract"}"#, assessedBy: by),
            installment("i2", #"{"percent":"7.5","of":"contract"}"#, assessedBy: chance(2) ? other : ""),
            installment("i3", #"{"remainder":"contract"}"#),
        ]
        if chance(2) {
            let sources = pick([#"["i1"]"#, #"["i0","i1","i2"]"#, #"["i1","i3"]"#])
            list.append(
                #"{"id":"h","label":"H","kind":"holdback","amount":{"withheld":{"percent":"3","from":\#(sources)}},"when":{"contractEnds":true}}"#
            )
        }
        return list.joined(separator: ",")
    }

    private mutating func installment(
        _ id: String, _ amount: String, when: String? = nil, assessedBy: String = ""
    ) -> String {
        let clock =
            when
            ?? pick([
                #"{"event":"accepted"}"#, #"{"all":[{"event":"accepted"},{"invoice":true}]}"#,
                #"{"date":"2026-08-01"}"#,
            ])
        let by = assessedBy.isEmpty ? "" : #","assessedBy":"\#(assessedBy)""#
        return #"{"id":"\#(id)","label":"I","kind":"milestone","amount":\#(amount),"when":\#(clock)\#(by)}"#
    }

    private mutating func rules(_ id: String, mayCost: Bool) -> String {
        let rectifications = chance(3) ? #""rectifications":1,"# : ""
        return #"{"id":"\#(id)","label":"A",\#(rectifications)\#(mayCost ? costs() : #""bands":[]"#)}"#
    }

    private mutating func costs() -> String {
        var parts: [String] = []
        if chance(2) {
            let shares = [share(10), share(30)]
            parts.append(
                #""bands":[{"from":"95","percent":"0","of":"contract"},{"from":"87.5",\#(shares[0])},{"from":"60",\#(shares[1])}]"#
            )
        }
        if parts.isEmpty || chance(2) {
            let rules = (0..<Int.random(in: 1...2, using: &random)).map { _ in points() }
            parts.append(#""points":[\#(rules.joined(separator: ","))]"#)
        }
        if chance(3) { parts.append(#""cap":{\#(share(25))}"#) }
        parts.append(#""failures":{"criteria":["x","y"],\#(share(3))}"#)
        if chance(4) { parts.append(#""veto":{"criteria":["z"],"effect":"\#(pick(["zero", "withhold"]))"}"#) }
        return parts.joined(separator: ",")
    }

    private mutating func points() -> String {
        let fraction = pick(isRounded ? ["whole", "started"] : ["exact", "exact", "whole", "started"])
        var rule = #""pointsBelow":"\#(pick(["80", "90", "79.5", "100"]))","fraction":"\#(fraction)""#
        if chance(3) { rule += #","downTo":"\#(pick(["70", "61.25"]))""# }
        if chance(4) { rule += #","scoreFrom":"\#(pick(["50", "70"]))""# }
        if chance(4) { rule += #","scoreBelow":"\#(pick(["75", "78.01"]))""# }
        return "{\(rule),\(share(4))}"
    }

    private mutating func share(_ most: Int) -> String {
        let percent = pick(["1", "1.5", "0.333333", String(Int.random(in: 1...most, using: &random))])
        return #""percent":"\#(percent)","of":"\#(pick(["contract", "contract", "installment"]))""#
    }

    private mutating func facts() -> [String] {
        var facts = [#"{"id":"s","kind":"event","event":"signed","on":"2026-01-05"}"#]
        if chance(2) { facts.append(#"{"id":"e","kind":"event","event":"accepted","on":"2026-05-05"}"#) }
        let failed = chance(4) ? #","failed":["x"]"# : ""
        facts.append(
            #"{"id":"rb","kind":"assessment","assessment":"b","score":"\#(pick(["97", "83.37", "71.5"]))","on":"2026-09-01"}"#
        )
        if chance(2) {
            facts.append(#"{"id":"ra","kind":"assessment","assessment":"a","score":"80"\#(failed),"on":"2026-09-01"}"#)
        }
        for id in ["i0", "i1", "i3"] where chance(2) {
            let amount = pick(["5000.00", "10000.00", "33333.33", "12345.68"])
            facts.append(
                #"{"id":"p\#(id)","kind":"paid","installment":"\#(id)","amount":"\#(amount)","on":"2026-10-01"}"#)
        }
        for id in ["i1", "i2", "i3"] where chance(2) {
            let amount = pick(["2500.00", "7500.00", "20000.00"])
            facts.append(
                #"{"id":"v\#(id)","kind":"invoice","installment":"\#(id)","number":"1","amount":"\#(amount)","on":"2026-06-01"}"#
            )
        }
        if chance(4) { facts.append(#"{"id":"t","kind":"terminated","reason":"R","on":"2026-07-01"}"#) }
        if chance(6) {
            facts.append(#"{"id":"w","kind":"rectification-waived","assessment":"a","on":"2026-10-01"}"#)
        }
        return facts
    }

    private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }
    private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
}
