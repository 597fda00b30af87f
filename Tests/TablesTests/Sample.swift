import Tables
import Values

/// A table with a column of every kind, for the writers' tests.
enum Sample {
    static let table = Table(
        TableHead(
            code: "sample", title: Wording("示例", "Sample"),
            notes: [TableNote("asOf", Wording("截至", "As of"), .day(day))],
            columns: [
                TableColumn("contract", Wording("合同编号", "contract"), .identifier),
                TableColumn("voucher", Wording("凭证号", "voucher"), .identifier),
                TableColumn("amount", Wording("付款金额", "amount"), .money, isTotalled: true),
                TableColumn("share", Wording("比例", "share"), .percentage),
                TableColumn("score", Wording("得分", "score"), .score),
                TableColumn("on", Wording("付款日期", "paid on"), .day),
                TableColumn("recordedAt", Wording("记录时间", "recorded at"), .instant),
                TableColumn("payments", Wording("笔数", "payments"), .count, isTotalled: true),
                TableColumn("origin", Wording("来源", "origin"), .text),
                TableColumn("note", Wording("说明", "note"), .text),
            ]),
        rows: [
            [
                .text("MS-2020-TFSMY"), .text("20221234567890123456"), .money(Money(fen: 71_888_000)),
                .percentage(Percentage(millionths: 20_000_000)), .score(ExactDecimal(mantissa: 94_995, scale: 3)),
                .day(day), .instant(Instant(microseconds: 1_644_456_600_250_000)), .count(1),
                .word(Word("imported", "导入", "imported")), .text("首年,尾款"),
            ],
            [
                .text("=cmd|' /C calc'!A0"), .text("＝1"), .money(Money(fen: -1)),
                .percentage(Percentage(millionths: 1_500_000)), .score(.zero), .nothing, .nothing, .count(2), .nothing,
                .text("他说\"好\""),
            ],
            [],
        ])
    static let day = CalendarDay(year: 2022, month: 2, day: 10) ?? .first
}
