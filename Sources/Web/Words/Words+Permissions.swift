internal import Operations

extension Words {
    /// What somebody may do who has a permission.
    func name(of permission: Permission) -> String {
        switch permission {
        case .readContracts: choose("查看合同、应付和付款", "read contracts, payables and payments")
        case .registerContracts: choose("登记合同", "register contracts")
        case .recordEvents: choose("登记事件、用量和异议", "record events, usage and objections")
        case .recordInvoices: choose("登记发票", "record invoices")
        case .recordAssessments: choose("登记考核结果", "record assessments")
        case .recordCollectiveDecisions: choose("登记考核的集体决定", "record collective decisions on assessments")
        case .recordRulings: choose("登记裁定", "record rulings")
        case .amendContracts: choose("登记补充协议", "record supplementary agreements")
        case .terminateContracts: choose("终止合同", "terminate contracts")
        case .voidFacts: choose("作废登记有误的内容", "void what was recorded wrongly")
        case .uploadDocuments: choose("上传附件", "upload documents")
        case .proposeBankAccounts: choose("提出供应商收款账户", "propose bank accounts of suppliers")
        case .confirmBankAccounts: choose("确认他人提出的收款账户", "confirm bank accounts that others proposed")
        case .importHistories: choose("导入历史合同", "import histories")
        case .manageBudgets: choose("管理预算", "manage budgets")
        case .raiseRequests: choose("提出、撤回付款申请", "raise and withdraw payment requests")
        case .approveAsSection: choose("以科室负责人身份审批付款", "approve payments as section head")
        case .approveAsFinance: choose("以财务身份审批付款", "approve payments as finance")
        case .approveAsHead: choose("以单位负责人身份审批付款", "approve payments as head")
        case .recordPayments: choose("登记付款和退回", "record payments and returns")
        case .exportEvidence: choose("导出归档包、例外报告和抽样", "export bundles, exceptions and samples")
        case .verifyJournals: choose("核验日志", "verify journals")
        case .manageAccounts: choose("管理用户、角色和单位", "manage users, roles and departments")
        case .manageTokens: choose("签发和吊销令牌", "issue and revoke tokens")
        case .manageCalendars: choose("更换节假日日历", "replace the calendar")
        case .readAccessLog: choose("查看访问日志", "read the access log")
        }
    }
}
