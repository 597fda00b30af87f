public import Contracts
public import Tables

extension Installment.Kind {
    /// What people call the kind of an installment; the code is the one in JSON.
    public var word: Word {
        switch self {
        case .advance: Word(rawValue, "预付款", "advance")
        case .milestone: Word(rawValue, "进度款", "milestone")
        case .periodic: Word(rawValue, "定期付款", "periodic")
        case .assessed: Word(rawValue, "考核付款", "assessed")
        case .holdback: Word(rawValue, "质量保证金", "holdback")
        }
    }
}
