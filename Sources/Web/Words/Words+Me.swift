internal import Operations

extension Words {
    /// What the pages of one's own account say.
    var me: OwnWords { OwnWords(words: self) }
}

/// What the pages of one's own account say.
struct OwnWords {
    let words: Words

    private func choose(_ chinese: String, _ english: String) -> String { words.choose(chinese, english) }

    func name(of page: OwnPlace) -> String {
        switch page {
        case .overview: choose("本人", "My account")
        case .password: choose("密码", "Password")
        case .secondFactor: choose("动态口令", "Second factor")
        case .sessions: choose("会话", "Sessions")
        }
    }

    var tabs: String { choose("本人的页面", "Pages of my account") }
    var whatIMay: String { choose("我可以做什么", "What I may do") }
    func mayAs(_ role: String) -> String { choose("作为\(role)可以", "As \(role)") }
    var mayNothing: String { choose("没有角色，不能办理任何事项。请联系系统管理员。", "No role: nothing can be done. Ask an administrator.") }
    var onceEach: String {
        choose("同一笔付款申请上，一个人只能办理一个环节。", "On one payment request nobody acts twice.")
    }

    // The password.
    var currentPassword: String { choose("现在的密码", "Present password") }
    var newPassword: String { choose("新密码", "New password") }
    var newPasswordHint: String {
        choose(
            "至少 12 个字符，不要用姓名、单位、连续按键。几个不相干的词连起来就很好。",
            "At least 12 characters; no names, no rows of keys. Some unrelated words make a good one.")
    }
    var repeatPassword: String { choose("再输一遍新密码", "New password once more") }
    var passwordsDiffer: String { choose("两次输入的新密码不同。", "The new passwords differ.") }
    var passwordLead: String {
        choose("修改后，其他地方打开的会话都会结束，这里继续有效。", "All other sessions end then; this one goes on.")
    }
    var changePassword: String { choose("修改密码", "Change the password") }
    var passwordChanged: String { choose("密码已修改，其他会话均已结束。", "The password is changed; all other sessions have ended.") }

    // The second factor.
    var secondFactorLead: String {
        choose(
            "动态口令由手机上的验证器应用每 30 秒生成一个。启用后，登录和最后一步审批除密码外还要输入它：密码被人知道也进不来。",
            "An authenticator app on your phone makes a new code every 30 seconds. With it, a password that somebody learned is not enough to get in."
        )
    }
    var secondFactorOff: String { choose("现在没有启用。", "It is off.") }
    var secondFactorOn: String { choose("启用于 ", "On since ") }
    var begin: String { choose("开始设置", "Set it up") }
    var scan: String { choose("第一步：让验证器应用读这个图", "First let the app read this picture") }
    var scanAlternative: String { choose("读不了图时，在应用中手工输入：", "Where it cannot, type this into the app:") }
    var qr: String { choose("含有密钥的二维码，下方文字内容相同", "QR code with the secret; the text below says the same") }
    var secretOnce: String {
        choose(
            "这个密钥只显示这一次。十分钟内输入第一个口令才算启用。",
            "The secret is shown this once. It counts with its first code, within ten minutes.")
    }
    var firstCode: String { choose("第二步：输入应用显示的 6 位口令", "Then type the 6 digits that the app shows") }
    var complete: String { choose("启用", "Take it into use") }
    var enrolled: String { choose("动态口令已启用，其他会话均已结束。", "The second factor is on; all other sessions have ended.") }
    var remove: String { choose("停用动态口令", "Remove the second factor") }
    var removeMeans: String {
        choose(
            "停用后登录只要密码，其他会话都会结束。需要输入一个当前的口令。",
            "Log-ins then take the password alone, and all other sessions end. It takes a code of it.")
    }
    var removed: String { choose("动态口令已停用，其他会话均已结束。", "The second factor is removed; all other sessions have ended.") }
    var lost: String { choose("手机丢失时，请系统管理员重置。", "If the phone is lost, an administrator resets it.") }
    var code: String { choose("口令", "Code") }

    // Sessions.
    var sessionsLead: String {
        choose(
            "您的账号现在在这些地方登录着。不认识的请立即结束，并修改密码。",
            "Here your account is logged in. End what you do not know, and change your password.")
    }
    var openedAt: String { choose("登录时间", "Opened") }
    var lastUsed: String { choose("最近使用", "Last used") }
    var expiresAt: String { choose("到期", "Expires") }
    var address: String { choose("来源", "From") }
    var thisOne: String { choose("就是这里", "this one") }
    var end: String { choose("结束", "End") }
    func endSession(from address: String) -> String { choose("结束来自 \(address) 的会话", "End the session from \(address)") }
    var endMeans: String {
        choose("那里立即退出登录，没有提交的内容会丢失。", "It is logged out at once; what was not sent there is lost.")
    }
    var endOthers: String { choose("结束其他全部会话", "End all other sessions") }
    func endOthersMeans(_ count: Int) -> String {
        choose("其他 \(count) 个会话立即退出登录，这里继续有效。", "\(count) other sessions are logged out at once; this one goes on.")
    }
    var endAll: String { choose("在所有地方退出", "Log out everywhere") }
    func endAllMeans(_ count: Int) -> String {
        choose("全部 \(count) 个会话立即退出登录，包括这里。之后须重新登录。", "All \(count) sessions are logged out at once, this one too.")
    }
    var ended: String { choose("会话已结束。", "The session has ended.") }
    func ended(_ count: Int) -> String { choose("已结束 \(count) 个会话。", "\(count) sessions have ended.") }
}
