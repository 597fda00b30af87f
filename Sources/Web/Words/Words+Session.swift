extension Words {
    var logInTitle: String { choose("登录", "Log in") }
    var accountName: String { choose("账号", "Account name") }
    var password: String { choose("密码", "Password") }
    var code: String { choose("验证码", "Code of the second factor") }
}
