internal import Bundles
internal import Documents
internal import Examination
internal import Requests
public import Values

extension OperationError {
    /// The sentence that a user reads; what is wrong in detail stands in the problems and conflicts themselves.
    public func message(in language: Language) -> String {
        func choose(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
        return switch self {
        case .invalid: choose("数据有误：", "the data breaks rules:")
        case .conflicting: choose("与已登记的内容冲突：", "it contradicts what is recorded:")
        case .invalidCalendar(let error):
            choose(
                "日历文件第 \(error.line) 行有误（\(error.code.rawValue)）。",
                "line \(error.line) of the calendar file is wrong (\(error.code.rawValue))")
        case .unknownContract(let number): choose("没有登记合同“\(number)”。", "no contract “\(number)” is registered")
        case .notKnownThen(let number):
            choose("该时刻合同“\(number)”尚未登记。", "the contract “\(number)” was not registered at that moment")
        case .account(let refusal): refusal.message(in: language)
        case .document(let refusal): refusal.message(in: language)
        case .bankAccount(let refusal): refusal.message(in: language)
        case .unknownRequest: choose("没有该付款申请。", "there is no such payment request")
        case .unknownPayment: choose("没有该笔付款。", "there is no such payment")
        case .request(let refusal): refusal.message(in: language)
        case .report(let refusal): refusal.message(in: language)
        case .sampling(let error): error.message(in: language)
        case .uncomputable: choose("所存合同无法重新计算。", "what is stored of a contract cannot be computed again")
        case .spreadsheet(let error): error.message(in: language)
        case .workbook(let error): error.message(in: language)
        case .paper(let error): error.message(in: language)
        case .bundle(let error): error.message(in: language)
        case .log(let refusal): refusal.message(in: language)
        case .versionDiffers(let current):
            choose("合同已被他人更新（现为第 \(current) 版）。", "somebody else wrote first; the contract is at version \(current)")
        case .keyBusy: choose("使用该幂等键的操作仍在进行。", "a command with the idempotency key still runs")
        case .logInFailed: choose("登录名或密码不正确。", "the name or the password is wrong")
        case .tooManyAttempts(let end):
            choose(
                "登录失败次数过多，请在 \(end.description.prefix(19)) 之后再试。",
                "too many failed log-ins; try again after \(end.description.prefix(19))")
        case .secondFactorRequired: choose("请输入动态口令。", "a code of the second factor is needed")
        case .secondFactorUnavailable:
            choose("无法使用动态口令：密钥文件缺失或不符。", "second factors cannot be used: their key file is missing or another one")
        case .confirmationRequired: choose("请再次验证身份。", "prove again who you are")
        case .confirmationFailed: choose("身份验证未通过。", "the password or code does not prove who you are")
        case .notAuthenticated: choose("未登录或会话已结束。", "not logged in, or the session is over")
        case .forbidden(let permission):
            choose("所任角色无此权限（\(permission.rawValue)）。", "the roles do not permit it (\(permission.rawValue))")
        case .tooBusy: choose("系统繁忙，请稍后再试，未写入任何内容。", "too busy; try again in a moment; nothing was written")
        case .nullCharacter: choose("文本含有空字符（U+0000），无法登记。", "a text contains U+0000 and cannot be recorded")
        case .keyReused: choose("该幂等键已用于其他内容。", "the idempotency key was used for something else")
        case .journalBroken(let number, let fault):
            choose("合同“\(number)”的日志与当初记录的不符：\(fault)", "the journal of “\(number)” is not what was recorded: \(fault)")
        case .schema(let error): choose("数据库结构与本程序不符：\(error)", "the database's schema is not this program's: \(error)")
        case .cluster(let error): choose("无法使用自带的数据库：\(error)", "the program's own database cannot be used: \(error)")
        case .notInitialised(let directory):
            choose(
                "“\(directory)”中没有数据库，请先运行 tranche init。",
                "there is no database in “\(directory)”; run tranche init first")
        case .databaseAway:
            choose(
                "数据库无法连接或没有及时应答，未写入任何内容。",
                "the database cannot be reached or did not answer in time; nothing was written")
        case .outcomeUnknown:
            choose(
                "与数据库的连接在提交时中断，结果未知；请用同一幂等键重试。",
                "the connection broke while committing and the outcome is unknown; keep the key and ask again")
        case .notAllowed: choose("数据库用户无此权限。", "the database's user may not do this")
        case .database(let state): choose("数据库拒绝（\(state)）。", "the database refused (\(state))")
        case .cancelled: choose("已取消，未写入任何内容。", "cancelled; nothing was written")
        }
    }
}
