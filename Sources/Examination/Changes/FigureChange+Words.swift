public import Values

extension FigureChange.Figure {
    /// What a report calls it.
    public func title(in language: Language) -> String { language == .chinese ? chinese : english }

    private var chinese: String {
        switch self {
        case .price: "合同价款"
        case .gross: "本期金额"
        case .deducted: "扣减"
        case .recovered: "追回"
        case .withheld: "扣留"
        case .payable: "应付"
        case .paid: "已付"
        case .payableNow: "现应付"
        case .outstanding: "未付"
        case .claim: "另行追索"
        case .waived: "放弃追回"
        case .status: "状态"
        case .startedOn: "起算日"
        case .dueOn: "到期日"
        }
    }

    private var english: String {
        switch self {
        case .price: "price"
        case .gross: "gross"
        case .deducted: "deducted"
        case .recovered: "recovered"
        case .withheld: "withheld"
        case .payable: "payable"
        case .paid: "paid"
        case .payableNow: "payable now"
        case .outstanding: "outstanding"
        case .claim: "claim"
        case .waived: "waived"
        case .status: "status"
        case .startedOn: "clock started on"
        case .dueOn: "due on"
        }
    }
}
