public import Values

/// Identifiers in terms are made of a to z, digits and hyphens; these are the ones that contracts use often, with the
/// words that people know them by.
public enum Vocabulary: CaseIterable, Sendable {
    case events, criteria, objections, items

    /// An identifier with its words.
    public struct Name: Equatable, Sendable {
        public let id: String
        public let chinese: String
        public let english: String

        init(_ id: String, _ chinese: String, _ english: String) {
            self.id = id
            self.chinese = chinese
            self.english = english
        }

        /// The words in a language.
        public func words(in language: Language) -> String { language.choose(chinese, english) }
    }

    /// The names of the list, the most usual first.
    public var names: [Name] {
        switch self {
        case .events: Self.usualEvents
        case .criteria: Self.usualCriteria
        case .objections: Self.usualObjections
        case .items: Self.usualItems
        }
    }

    private static let usualEvents = [
        Name("signed", "合同签订", "signed"), Name("delivered", "到货", "delivered"), Name("launched", "上线", "launched"),
        Name("initial-acceptance", "初验", "initial acceptance"),
        Name("final-acceptance", "终验", "final acceptance"), Name("acceptance", "验收", "acceptance"),
        Name("completion", "竣工", "completion"), Name("audit", "结算审计", "audit"),
        Name("stable-operation", "稳定运行", "stable operation"),
        Name("system-acceptance", "系统验收", "system acceptance"),
        Name("local-service", "本地服务上线", "local service"),
        Name("performance-bond", "履约担保到位", "performance bond"),
        Name("half-completed", "工程过半", "half completed"),
        Name("completion-acceptance", "竣工验收", "completion acceptance"),
        Name("settlement-audited", "结算审定", "settlement audited"),
        Name("usage-confirmed", "用量确认", "usage confirmed"), Name("checked", "检查合格", "checked"),
    ]

    private static let usualCriteria = [
        Name("security", "信息安全", "security"), Name("technical", "技术支撑", "technical support"),
        Name("response", "响应时效", "response"), Name("training", "培训", "training"),
        Name("publicity", "宣传推广", "publicity"), Name("safety", "安全生产", "safety"),
    ]

    private static let usualObjections = [
        Name("quality", "质量", "quality"), Name("service", "服务", "service"), Name("settlement", "结算", "settlement"),
    ]

    private static let usualItems = [
        Name("vcpu-month", "vCPU（个·月）", "vCPU months"), Name("storage-tb-month", "存储（TB·月）", "storage TB months"),
        Name("backup-tb-month", "备份（TB·月）", "backup TB months"),
        Name("supervision-month", "监理（月）", "supervision months"), Name("migration", "迁移（次）", "migrations"),
    ]
}

/// How identifiers are written in sentences.
public enum NameStyle: Sendable {
    /// As in the terms: what a reader finds again in the facts.
    case asRecorded
    /// By the words of the vocabulary, where it has some.
    case inWords

    /// The identifier, or its words; a number behind a known one stays: `usage-confirmed-q1` is 用量确认 q1.
    public func name(of id: String, in vocabulary: Vocabulary, _ language: Language) -> String {
        guard self == .inWords else { return id }
        if let known = vocabulary.names.first(where: { $0.id == id }) { return known.words(in: language) }
        guard let hyphen = id.lastIndex(of: "-"), hyphen > id.startIndex else { return id }
        let (stem, rest) = (id[..<hyphen], id[id.index(after: hyphen)...])
        guard rest.contains(where: \.isNumber), let known = vocabulary.names.first(where: { $0.id == stem })
        else { return id }
        return known.words(in: language) + " " + rest
    }
}
