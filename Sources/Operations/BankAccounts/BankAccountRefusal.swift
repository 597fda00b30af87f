internal import Postgres
public import Values

/// Why something about a supplier's bank account cannot be as asked for. The codes are never renamed.
public enum BankAccountRefusal: String, CaseIterable, Error, Sendable {
    case supplierForm = "supplier-name-not-allowed"
    case holderForm = "account-holder-not-allowed"
    case bankForm = "bank-name-not-allowed"
    case numberForm = "account-number-not-allowed"
    case reasonForm = "reason-not-allowed"
    case keyForm = "idempotency-key-not-allowed"
    case coolingForm = "cooling-time-not-allowed"
    /// There is no such proposal in the caller's department.
    case unknownProposal = "unknown-bank-account-proposal"
    /// Another proposal for the supplier waits for a second person.
    case proposalOpen = "bank-account-proposal-open"
    /// It is rejected, withdrawn, confirmed already or in force.
    case alreadyDecided = "bank-account-decided"
    /// Who proposed an account cannot confirm it.
    case samePerson = "second-person-needed"
    /// Only who proposed an account can withdraw it.
    case notTheProposer = "not-the-proposer"
}

extension BankAccountRefusal {
    /// What a refusal of the database means; nil for any other refusal.
    init?(_ error: ServerError) {
        switch error.constraint {
        case "bank_account_supplier_form", "supplier_scale_supplier_form": self = .supplierForm
        case "bank_account_holder_form": self = .holderForm
        case "bank_account_bank_form": self = .bankForm
        case "bank_account_number_form": self = .numberForm
        case "bank_account_reason_form", "bank_account_decision_reason_form": self = .reasonForm
        case "bank_account_key_size", "bank_account_decision_key_size": self = .keyForm
        case "department_cooling_form": self = .coolingForm
        case "bank_account_one_open", "bank_account_proposal_number_once": self = .proposalOpen
        case "bank_account_decision_pkey", "bank_account_decision_number", "bank_account_confirmed_first",
            "bank_account_decided":
            self = .alreadyDecided
        case "bank_account_second_person": self = .samePerson
        case "bank_account_withdrawn_by_proposer": self = .notTheProposer
        default: return nil
        }
    }

    /// The sentence that a clerk reads.
    public func message(in language: Language) -> String { language == .chinese ? chinese : english }

    private var english: String {
        switch self {
        case .supplierForm: "a supplier's name has 1 to 600 bytes and no characters that nobody sees"
        case .holderForm: "the name of an account has 1 to 600 bytes and no characters that nobody sees"
        case .bankForm: "the name of a bank has 1 to 600 bytes and no characters that nobody sees"
        case .numberForm: "an account number has 6 to 40 digits, and nothing else but spaces and hyphens"
        case .reasonForm: "a reason has 1 to 2,000 bytes on one line and no characters that nobody sees"
        case .keyForm: "an idempotency key is not empty and not so long"
        case .coolingForm: "the cooling time is 0 to 336 hours"
        case .unknownProposal: "there is no such proposed bank account"
        case .proposalOpen: "another bank account of the supplier waits to be confirmed"
        case .alreadyDecided: "the bank account is decided already"
        case .samePerson: "who proposed a bank account cannot confirm it; a second person must"
        case .notTheProposer: "only who proposed a bank account can withdraw it"
        }
    }

    private var chinese: String {
        switch self {
        case .supplierForm: "供应商名称须为 1 至 600 字节，不含不可见字符。"
        case .holderForm: "账户名须为 1 至 600 字节，不含不可见字符。"
        case .bankForm: "开户行名称须为 1 至 600 字节，不含不可见字符。"
        case .numberForm: "账号须为 6 至 40 位数字，除空格和连字符外不含其他字符。"
        case .reasonForm: "理由须为一行，1 至 2000 字节，不含不可见字符。"
        case .keyForm: "幂等键不能为空，也不能过长。"
        case .coolingForm: "冷静期须为 0 至 336 小时。"
        case .unknownProposal: "没有该账户变更申请。"
        case .proposalOpen: "该供应商另有账户变更申请待确认。"
        case .alreadyDecided: "该账户变更申请已有结果。"
        case .samePerson: "申请人不能确认自己的申请，须由另一人确认。"
        case .notTheProposer: "只有申请人可以撤回申请。"
        }
    }
}
