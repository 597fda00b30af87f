public import Tables
internal import Values

/// What somebody may have typed to hurt whoever opens the file, in every kind of text column.
public enum HostileTable {
    private static let texts = [
        "=1+1", "=HYPERLINK(\"http://example.com\",\"点我\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1",
        "＝1", "＋1",
        "－1", "＠1", "'=1", "他说\"好\"", "a,b;c", "第一行\n第二行", "第一行\r\n第二行", "_x0041_ _x000D_", "<a>&amp;</a>", "]]>",
        "20221234567890123456", "007", "1E5", "2022-01-01", "TRUE", "👩‍💻 𠮷 e\u{301} \"\u{301}", "\u{202E}倒",
        "\u{7}\u{1B}[31m",
        "\u{FFFE}\u{FFFF}", " 前后空格 ", "",
        String(repeating: "长", count: 3_400), String(repeating: "a", count: 10_000),
    ]

    private static let amounts: [Int64] = [
        0, 1, -1, 10, 71_888_010, 99_999_999_999_999, -99_999_999_999_999, 100_000_000_000_000,
        9_007_199_254_740_993,
    ]

    /// A row for each of them.
    public static let table = Table(
        TableHead(
            code: "hostile", title: Wording("恶意/内容 & [测试]", "Hostile & [content]"),
            notes: [TableNote("scope", Wording("范围", "Scope"), .text("=cmd|'/C calc'!A0"))],
            columns: [
                TableColumn("text", Wording("文本", "Text"), .text),
                TableColumn("identifier", Wording("编号", "Identifier"), .identifier),
                TableColumn("amount", Wording("金额", "Amount"), .money, isTotalled: true),
                TableColumn("small", Wording("小额", "Small"), .money, isTotalled: true),
                TableColumn("day", Wording("日期", "Day"), .day),
            ]),
        rows: texts.enumerated().map { position, text in
            [
                .text(text), .text(text), .money(Money(fen: amounts[position % amounts.count])),
                .money(Money(fen: Int64(position))),
                .day(CalendarDay(daysSince1970: position % 3 == 0 ? -40_000 : 19_000 + position) ?? .first),
            ]
        })
}
