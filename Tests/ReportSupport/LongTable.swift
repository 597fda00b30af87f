public import Tables
internal import Values

/// More rows than a sheet is laid out by, the widest values last.
public enum LongTable {
    /// 700 rows.
    public static let table = Table(
        TableHead(
            code: "long", title: Wording("长表", "Long table"),
            columns: [
                TableColumn("text", Wording("文本", "Text"), .text),
                TableColumn("amount", Wording("金额", "Amount"), .money, isTotalled: true),
                TableColumn("share", Wording("比例", "Share"), .percentage),
                TableColumn("score", Wording("得分", "Score"), .score),
                TableColumn("day", Wording("日期", "Day"), .day),
                TableColumn("moment", Wording("时间", "Moment"), .instant),
                TableColumn("count", Wording("数", "Count"), .count, isTotalled: true),
            ]),
        rows: (0..<700).map { number in
            number < 400
                ? [.text("短"), .money(Money(fen: Int64(number)))]
                : [
                    .text(String(repeating: "长", count: number / 10)), .money(Money(fen: 123_456_789_012)),
                    .percentage(Percentage(millionths: 12_345_678)), .score(ExactDecimal(mantissa: 94_995, scale: 3)),
                    .day(CalendarDay(daysSince1970: 20_000 + number) ?? .last),
                    .instant(Instant(microseconds: 1_795_240_000_000_000)), .count(123_456),
                ]
        })
}
