internal import Postgres
public import Values

/// Why something about accounts cannot be as asked for. The codes are never renamed.
public enum AccountRefusal: String, CaseIterable, Error, Sendable {
    case accountNameForm = "account-name-not-allowed"
    case accountNameTaken = "account-name-taken"
    case displayNameForm = "display-name-not-allowed"
    case departmentNameForm = "department-name-not-allowed"
    case departmentNameTaken = "department-name-taken"
    case labelForm = "label-not-allowed"
    case passwordForm = "password-not-allowed"
    case expiryForm = "expiry-not-allowed"
    case unknownAccount = "unknown-account"
    case unknownDepartment = "unknown-department"
    case unknownToken = "unknown-token"
    case grantsWithoutAuditor = "departments-without-auditor"
    case ownAccount = "own-account"
    case lastAdministrator = "last-administrator"
    case passwordGuessable = "password-guessable"
    case approvalChainForm = "approval-chain-not-allowed"
    case unknownSession = "unknown-session"
    case secondFactorPresent = "second-factor-present"
    case secondFactorAbsent = "second-factor-absent"
    case tokenIssued = "token-issued-already"
}

extension AccountRefusal {
    /// What a refusal of the database means; nil for any other refusal.
    init?(_ error: ServerError) {
        switch error.constraint {
        case "account_name_form": self = .accountNameForm
        case "account_name_once": self = .accountNameTaken
        case "account_shown_name_form": self = .displayNameForm
        case "department_name_form": self = .departmentNameForm
        case "department_name_once": self = .departmentNameTaken
        case "api_token_label_form": self = .labelForm
        case "api_token_request_once": self = .tokenIssued
        case "department_approval_chain": self = .approvalChainForm
        default: return nil
        }
    }

    /// The sentence that an administrator reads.
    public func message(in language: Language) -> String { language == .chinese ? chinese : english }

    private var english: String {
        switch self {
        case .accountNameForm:
            "a log-in name has Latin letters, digits, Chinese characters and . _ - @, at most 200 bytes"
        case .accountNameTaken: "another account has that name, perhaps in other letters of the same look"
        case .displayNameForm: "a name has 1 to 200 bytes and no characters that nobody sees"
        case .departmentNameForm: "a department's name has 1 to 600 bytes and no characters that nobody sees"
        case .departmentNameTaken: "another department has that name"
        case .labelForm: "a label has 1 to 200 bytes and no characters that nobody sees"
        case .passwordForm: "a password has at least 12 characters and at most 1,024 bytes on one line"
        case .expiryForm: "a token lasts 1 to 366 days"
        case .unknownAccount: "there is no account of that name"
        case .unknownDepartment: "there is no department of that name"
        case .unknownToken: "there is no token of that number"
        case .grantsWithoutAuditor: "only an auditor is granted departments"
        case .ownAccount: "nobody does this to their own account; another administrator does"
        case .lastAdministrator: "no enabled administrator would be left; only the console may do this"
        case .passwordGuessable:
            "this password is common or made of names, repetitions or rows of keys; take one that nobody guesses"
        case .approvalChainForm: "a chain has 1 to 3 of section-head, finance and head, none twice"
        case .unknownSession: "there is no open session of that number"
        case .secondFactorPresent: "a second factor is enrolled already; remove it first"
        case .secondFactorAbsent: "no second factor is enrolled"
        case .tokenIssued:
            "this request was sent before and its token shown; where it was lost, revoke it and issue another"
        }
    }

    private var chinese: String {
        switch self {
        case .accountNameForm: "登录名只能用拉丁字母、数字、汉字和 . _ - @，不超过 200 字节。"
        case .accountNameTaken: "已有账号使用该登录名（或写法相近的登录名）。"
        case .displayNameForm: "姓名须为 1 至 200 字节，不含不可见字符。"
        case .departmentNameForm: "单位名称须为 1 至 600 字节，不含不可见字符。"
        case .departmentNameTaken: "已有单位使用该名称。"
        case .labelForm: "用途须为 1 至 200 字节，不含不可见字符。"
        case .passwordForm: "密码须为一行，至少 12 个字符，不超过 1024 字节。"
        case .expiryForm: "令牌有效期为 1 至 366 天。"
        case .unknownAccount: "没有该登录名的账号。"
        case .unknownDepartment: "没有该名称的单位。"
        case .unknownToken: "没有该编号的令牌。"
        case .grantsWithoutAuditor: "只有审计角色可以授予其他单位。"
        case .ownAccount: "不能对本人账号执行此操作，须由其他管理员办理。"
        case .lastAdministrator: "系统将不再有启用的管理员，此操作只能在控制台执行。"
        case .passwordGuessable: "该密码过于常见，或由名称、重复字符、连续按键组成，请换一个不易猜到的密码。"
        case .approvalChainForm: "审批链须由科室负责人、财务、单位负责人中的 1 至 3 个角色组成，不得重复。"
        case .unknownSession: "没有该编号的有效会话。"
        case .secondFactorPresent: "已启用动态口令，请先停用。"
        case .secondFactorAbsent: "未启用动态口令。"
        case .tokenIssued: "该申请已提交过，令牌已显示过一次。如未保存，请吊销后重新签发。"
        }
    }
}
