public import Values

/// How large a supplier is (供应商规模, 中小企业划型标准规定): what the Regulation on payments to small and medium
/// enterprises asks about.
public enum SupplierScale: String, CaseIterable, Sendable {
    case micro, small, medium, large
    /// Nobody recorded it, or what was recorded no longer holds.
    case unknown

    /// Whether payments to the supplier are protected by 《保障中小企业款项支付条例》: micro, small and medium enterprises
    /// are. Nil where the scale is not known.
    public var isSmallOrMedium: Bool? {
        switch self {
        case .micro, .small, .medium: true
        case .large: false
        case .unknown: nil
        }
    }

    /// What people call it.
    public func name(in language: Language) -> String {
        switch self {
        case .micro: language.choose("微型企业", "micro enterprise")
        case .small: language.choose("小型企业", "small enterprise")
        case .medium: language.choose("中型企业", "medium enterprise")
        case .large: language.choose("大型企业", "large enterprise")
        case .unknown: language.choose("规模未知", "scale unknown")
        }
    }
}
