public import Examination
internal import Payables
public import Tables
internal import Values

extension TableForm<FigureChange> {
    /// The figures that read otherwise (变化对照).
    public static let changes = TableForm(
        code: "changes", title: Wording("变化对照", "Changes"),
        columns: [
            .identifier("installment", Wording("分期", "Installment")) { $0.installment },
            .word("figure", Wording("项目", "Figure")) { change in
                Word(change.figure.rawValue, change.figure.title(in: .chinese), change.figure.title(in: .english))
            },
            .phrase("before", Wording("变化前", "Before")) { $0.before?.wording },
            .phrase("after", Wording("变化后", "After")) { $0.after?.wording },
        ])
}

extension TableForm<ContractChanges.EntryBetween> {
    /// The entries that lie between the two views.
    public static let entriesBetween = TableForm(
        code: "entries-between", title: Wording("期间分录", "Entries between"),
        columns: [
            .count("entry", Wording("分录序号", "Entry")) { $0.number },
            .phrase("kind", Wording("类别", "Kind")) { entry in
                Wording(entry.word.text(in: .chinese), entry.word.text(in: .english))
            },
            .identifier("subject", Wording("事项", "Subject")) { $0.subject },
            .day("on", Wording("发生日期", "Happened on")) { $0.occurredOn },
            .instant("recordedAt", Wording("登记时间", "Recorded at")) { $0.recordedAt },
            .text("recordedBy", Wording("登记人", "Recorded by")) { $0.recordedBy },
        ])
}

extension FigureChange.Value {
    fileprivate var wording: Wording {
        switch self {
        case .money(let money): Wording(money.description, money.description)
        case .day(let day): Wording(day.description, day.description)
        case .status(let status): status.word.wording
        }
    }
}
