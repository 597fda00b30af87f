public import Tables
public import Values

extension TableNote {
    /// The day that the report is about.
    public static func asOf(_ day: CalendarDay) -> TableNote {
        TableNote("asOf", Wording("截至日期", "As of"), .day(day))
    }

    /// Only what was recorded by then counts.
    public static func knownAt(_ moment: Instant) -> TableNote {
        TableNote("knownAt", Wording("数据时点", "As known at"), .instant(moment))
    }

    /// Whose contracts, or which, in the caller's words.
    public static func scope(_ words: Wording) -> TableNote {
        TableNote("scope", Wording("范围", "Scope"), .phrase(words))
    }

    /// The newest checkpoint of the log: whoever holds the report witnesses it. `root` in hexadecimal or Base64.
    public static func checkpoint(size: Int, root: String) -> TableNote {
        TableNote(
            "checkpoint", Wording("日志检查点", "Log checkpoint"),
            .phrase(Wording("共 \(size) 条分录，根哈希 \(root)", "\(size) entries, root \(root)")))
    }

    /// The earlier of two views that are compared.
    public static func since(_ day: CalendarDay, _ moment: Instant) -> TableNote {
        TableNote(
            "since", Wording("对照基准", "Compared with"),
            .phrase(Wording("截至 \(day)，数据时点 \(moment)", "as of \(day), as known at \(moment)")))
    }

    /// When the report was made.
    public static func writtenAt(_ moment: Instant) -> TableNote {
        TableNote("writtenAt", Wording("生成时间", "Written at"), .instant(moment))
    }
}
