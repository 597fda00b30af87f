internal import Values

/// What the pages of registering a contract say.
struct RegistrationWords: Sendable {
    /// The words that all pages share.
    let base: Words

    var language: Language { base.language }
    func choose(_ chinese: String, _ english: String) -> String { base.choose(chinese, english) }
}

extension Words {
    /// The words of registering a contract.
    var registration: RegistrationWords { RegistrationWords(base: self) }
}

extension RegistrationWords {
    var title: String { choose("登记合同", "Register a contract") }

    // The three ways
    var registrationIntroduction: String {
        choose(
            "选择一种方式开始。登记之前都可以预览付款计划并逐项修改。",
            "Choose a way to begin. You see the schedule and may change everything before it is registered.")
    }
    var fromTemplate: String { choose("从模板开始", "From a template") }
    var fromTemplateHint: String {
        choose(
            "模板已写好付款计划和考核办法，只需填写双方、金额和日期；填写起始日和合同价后，各期日期和金额自动带出。",
            "Templates have the schedule and the assessment rules; fill in parties, sums and days. Days and sums that follow from the beginning and the price fill themselves in."
        )
    }
    var useTemplate: String { choose("使用此模板", "Use this template") }
    var fromNothing: String { choose("逐步填写", "Step by step") }
    var fromNothingHint: String {
        choose("从空白开始，一步一步填写条款，每一步即时检查。", "Begin with nothing and write the terms step by step; each step is checked.")
    }
    var begin: String { choose("开始填写", "Begin") }
    var fromText: String { choose("粘贴或上传 JSON、YAML", "Paste or upload JSON or YAML") }
    var fromTextHint: String {
        choose(
            "已有结构化条款，或先前下载的草稿。", "For terms that are structured already, or a draft that you saved before.")
    }
    var fromWorkbook: String { choose("上传 Excel 登记表", "Upload an Excel form") }
    var fromWorkbookHint: String {
        choose(
            "下载空白登记表，在 Excel 或 WPS 中填写后上传；可一次登记多份合同。",
            "Download the empty form, fill it in, upload it: one contract or many.")
    }
    var open: String { choose("打开", "Open") }

    // Steps
    func name(of view: RegistrationView) -> String {
        switch view {
        case .basics: choose("基本信息", "Basics")
        case .period: choose("合同期限", "Period")
        case .schedule: choose("付款计划", "Schedule")
        case .assessments: choose("考核办法", "Assessments")
        case .closing: choose("其他条款", "Other terms")
        case .check: choose("检查与预览", "Check and preview")
        case .installment(let position): choose("第 \(position + 1) 期", "Installment \(position + 1)")
        case .assessment(let position): choose("第 \(position + 1) 项考核", "Assessment \(position + 1)")
        }
    }
    var steps: String { choose("步骤", "Steps") }
    func stillOpen(_ count: Int) -> String { choose("待补 \(count) 处", "\(count) to mend") }
    var complete: String { choose("已完成", "complete") }
    var nextStep: String { choose("下一步", "Next") }
    var previousStep: String { choose("上一步", "Previous") }
    var done: String { choose("完成", "Done") }
    var update: String { choose("更新", "Update") }
    var updateHint: String {
        choose("改变上面的选项后按“更新”，显示相应的填写项。", "After changing a choice press Update to see its fields.")
    }
    var saveDraft: String { choose("下载草稿", "Save the draft as a file") }
    var draftName: String { choose("合同草稿.json", "contract-draft.json") }
    func pleaseFillIn(_ label: String) -> String { choose("请填写“\(label)”。", "Please fill in “\(label)”.") }
    var draftLost: String {
        choose("表单内容未完整送达，请从头开始或上传草稿。", "The form did not arrive whole; begin again or upload the draft.")
    }
    var draftTooLarge: String {
        choose(
            "条款过长，无法在网页中填写（最多 256 KB）；请用接口登记。",
            "The terms are too long for this form (256 KB at most); use the interface.")
    }
    var remove: String { choose("删除", "Remove") }
    var edit: String { choose("修改", "Edit") }
    var copy: String { choose("复制", "Copy") }
    var moveUp: String { choose("上移", "Up") }
    var moveDown: String { choose("下移", "Down") }
    func of(_ label: String) -> String { choose("：\(label)", ": \(label)") }
    var actions: String { choose("操作", "Actions") }

    // Live checks
    var checks: String { choose("即时检查", "Checks as you write") }
    var meaning: String { choose("条款含义", "What the terms mean") }
    var suspicious: String { choose("请留意", "Worth a look") }
    func sumLine(_ name: String, _ sum: String, _ price: String) -> String {
        choose("\(name) \(sum) 元，合同价 \(price) 元", "\(name) \(sum), contract price \(price)")
    }
    var sumOfFees: String { choose("年度费用合计", "Sum of the fees") }
    var sumOfInstallments: String { choose("各期合计", "Sum of the installments") }
    var sumsAgree: String { choose("，相符。", ": they agree.") }
    func sumsLack(_ amount: String) -> String { choose("，还差 \(amount) 元。", ": \(amount) is missing.") }
    func sumsExceed(_ amount: String) -> String { choose("，超出 \(amount) 元。", ": \(amount) too much.") }
    func sumUnknown(_ count: Int) -> String { choose("（另有 \(count) 期金额未定）", " (\(count) not known yet)") }
    var priceUnknown: String { choose("未填", "not known") }
    func sheetSum(_ sum: String) -> String { choose("评分表满分合计 \(sum) 分", "The sheet has \(sum) points") }
    var nothingSaidYet: String { choose("填写完整后，这里说明条款的含义。", "What it means stands here once it is complete.") }

    // Steps in their own words
    var basicsIntroduction: String { choose("合同封面上的内容。", "What stands on the contract's first page.") }
    var periodIntroduction: String {
        choose("按合同年度计费的，逐年填写费用；否则填写履行期限。", "Fees by contract years, or one period for the whole.")
    }
    var scheduleIntroduction: String {
        choose("每一期付款：付多少、什么条件下付、多久内付。", "Each installment: how much, on which condition, within what time.")
    }
    var assessmentsIntroduction: String {
        choose("考核如何计分，得分低了扣多少。没有考核的合同直接下一步。", "How work is scored and what a score costs. Contracts without go on.")
    }
    var addYear: String { choose("添加一个年度", "Add a year") }
    var splitPrice: String { choose("按合同价平均分配", "Split the price evenly") }
    var addInstallment: String { choose("添加一期", "Add an installment") }
    var addAssessment: String { choose("添加一项考核", "Add an assessment") }
    var addTermination: String { choose("添加解除条件", "Add a condition of termination") }
    var addCriterion: String { choose("添加一项指标", "Add a criterion") }
    var addPart: String { choose("添加一个组成部分", "Add a part") }
    var addBand: String { choose("添加一档", "Add a band") }
    var addPoints: String { choose("添加一条逐分规则", "Add a rule for points") }
    var addCondition: String { choose("添加一个条件", "Add a condition") }
    var addItem: String { choose("添加项目", "Add the item") }
    var noInstallments: String { choose("还没有付款计划。", "There is no installment yet.") }
    var noAssessments: String { choose("没有考核。", "There is no assessment.") }
    var customCalendar: String { choose("日历：随文本提交的自定工作日表。", "Calendar: the table that came with the text.") }
    var number: String { choose("序号", "No.") }
    var whenAndWithin: String { choose("付款条件与期限", "Condition and time") }
    var gross: String { choose("本期金额（元）", "Gross (CNY)") }
    var amountKnownLater: String { choose("视用量或扣留", "by use or withheld") }

    // Check and preview
    var checkIntroduction: String {
        choose("登记后条款只能通过补充协议变更，请核对。", "Once registered, the terms change by supplementary agreements only.")
    }
    func problemsLeft(_ count: Int) -> String {
        choose("还有 \(count) 处需要补充或更正，改完才能登记。", "\(count) things have to be mended before it can be registered.")
    }
    var mend: String { choose("去修改", "Mend") }
    var findingsIntroduction: String {
        choose("以下内容合法但可疑，确认与合同一致即可登记。", "Legal but suspicious; if the contract says so, it may be registered.")
    }
    var noFindings: String { choose("没有发现可疑之处。", "Nothing suspicious was found.") }
    var preview: String { choose("付款计划预览", "The schedule") }
    var plannedStart: String { choose("起算日", "Clock starts") }
    var plannedDue: String { choose("最迟付款日", "Due") }
    var byEvents: String { choose("视条件而定", "as conditions are met") }
    var total: String { choose("合计", "Total") }
    func curveCaption(_ label: String) -> String { choose("“\(label)”得分与应付金额", "“\(label)”: payable against score") }
    var register: String { choose("确认登记", "Register") }
    var registered: String { choose("合同已登记。", "The contract is registered.") }
}
