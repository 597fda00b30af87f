internal import JSON

/// Terms that only lack their parties, sums and days, made from the contracts in ops/samples.
enum ContractTemplate: String, CaseIterable, Sendable {
    case hotline, platform, outsourcing, property, cloud, works

    private var bytes: [UInt8] {
        switch self {
        case .hotline: PackageResources.template_hotline_json
        case .platform: PackageResources.template_platform_json
        case .outsourcing: PackageResources.template_outsourcing_json
        case .property: PackageResources.template_property_json
        case .cloud: PackageResources.template_cloud_json
        case .works: PackageResources.template_works_json
        }
    }

    /// The terms, for a buyer.
    func draft(buyer: String) -> TermsDraft {
        guard let document = try? JSONDocument(parsing: bytes) else { return TermsDraft(buyer: buyer) }
        var draft = TermsDraft(document)
        draft["/contract/buyer"] = .string(buyer)
        return draft
    }

    func title(in words: RegistrationWords) -> String {
        switch self {
        case .hotline: words.choose("热线升级改造（三年，两次半年考核合成）", "Hotline upgrade (three years, combined assessments)")
        case .platform: words.choose("平台建设与运营（三年，逐分扣减）", "Platform (three years, deductions by points)")
        case .outsourcing: words.choose("服务外包（两年，分档扣减）", "Outsourcing (two years, bands)")
        case .property: words.choose("物业管理（按月付款，按季考核）", "Property management (monthly, assessed by quarters)")
        case .cloud: words.choose("云资源租用（按季按实际用量）", "Cloud (metered by quarters)")
        case .works: words.choose("工程施工（进度款，扣留质保金）", "Works (progress payments, retention withheld)")
        }
    }

    func summary(in words: RegistrationWords) -> String {
        switch self {
        case .hotline:
            words.choose(
                "首年预付 40%、初验 40%、考核尾款；次年起预付 60%、考核尾款。综合得分低于 95 分按档扣年度费用；连续两次低于 80 分可解除。",
                "40% in advance, 40% on acceptance, the balance by assessment; then 60% and the balance. Below 95 bands deduct from the fee."
            )
        case .platform:
            words.choose(
                "预付、上线验收、半年、年度考核尾款和质量保证金。低于 80 分每分扣合同价 1%，低于 70 分每分再扣 1.5%；指标不达标另扣，信息安全一票否决。",
                "Advance, launch, half-years, balances and a holdback. Points below 80 cost 1% of the price, below 70 another 1.5%; failed criteria, a veto."
            )
        case .outsourcing:
            words.choose(
                "每年首付 40%、半年 30%、考核尾款；尾款按得分分档扣减，可整改复评一次。",
                "40%, 30% and a balance each year; bands deduct from the balance, one rectification.")
        case .property:
            words.choose(
                "十二个月平均付款，每季度末月按评分表考核，低于 90 分每分扣当月 1%，最多 30%。",
                "Twelve equal months; the last of each quarter is assessed by a sheet, 1% a point below 90, 30% at most."
            )
        case .cloud:
            words.choose(
                "每季度按用量和单价结算，用量确认后 20 个工作日内付款，每季度不超过上限。",
                "Each quarter by use and unit prices, within 20 working days of its confirmation, up to a ceiling.")
        case .works:
            words.choose(
                "预付 30%、过半 30%、竣工验收 25%、结算审定付清；每笔扣留 3% 作质保金，竣工两年后退还；逾期计息。",
                "30%, 30%, 25% and the settlement; 3% of each is withheld for two years; late interest.")
        }
    }
}
