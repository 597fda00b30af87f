internal import Audit
public import Examination
public import Tables
internal import Values

extension TableForm<MonetarySample.Selection> {
    /// The payments that were drawn (抽样清单), in the order of the population.
    public static let sample = TableForm(
        code: "sample", title: Wording("货币单元抽样清单", "Monetary-unit sample"),
        columns: [
            .identifier("contract", Wording("合同编号", "Contract")) { $0.unit.contract },
            .identifier("payment", Wording("付款编号", "Payment")) { $0.unit.payment },
            .identifier("installment", Wording("分期", "Installment")) { $0.unit.installment },
            .day("on", Wording("付款日期", "Paid on")) { $0.unit.on },
            .money("amount", Wording("净付金额", "Net amount"), isTotalled: true) { $0.unit.amount },
            .count("first", Wording("首分序号", "First fen")) { Int($0.fen.lowerBound) },
            .count("last", Wording("末分序号", "Last fen")) { Int($0.fen.upperBound) },
            .identifier("hits", Wording("命中序号", "Hits")) { selection in
                selection.hits.map { "\($0)" }.joined(separator: " ")
            },
            .word("certain", Wording("必选", "Certain")) { selection in
                selection.isCertain ? Word("certain", "必选", "certain") : nil
            },
        ])
}

extension MonetarySample {
    /// What the sample was drawn with: the notes of its table.
    public var notes: [TableNote] {
        [
            TableNote("seed", Wording("种子", "Seed"), .text(seed)),
            TableNote("count", Wording("总体笔数", "Payments"), .count(count)),
            TableNote("total", Wording("总体金额", "Total"), .money(total)),
            TableNote("population", Wording("总体哈希", "Population"), .text(population.description)),
            TableNote(
                "interval", Wording("抽样间隔（分）", "Interval in fen"),
                .text("\(interval.numerator)/\(interval.denominator)")),
            TableNote("start", Wording("起点（分）", "Start in fen"), .text("\(start)")),
        ]
    }
}
