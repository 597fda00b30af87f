import Passwords
import Testing

@Suite struct GuessableTests {
    private let known = ["wang.xiaoming", "王小明", "眉山市政务服务局"]

    @Test(arguments: [
        // Common ones, also in capitals.
        "qwerty123456", "1QAZ2WSX3EDC", "polniypizdec0211",
        // The product, the account, the name, the department, with what people put behind them.
        "tranche-2026!", "Tr@nch3-2026!", "wangxiaoming1", "Wang.Xiaoming1", "xiaoming-xiaoming", "王小明王小明王小明王小明",
        "眉山市政务服务局2026!", "P@ssw0rd-2026", "admin123admin123", "密码密码密码密码密码密码",
        // Repeating, counting, rows of the keyboard.
        "aaaaaaaaaaaaaa", "abcabcabcabcabc", "123456789012345", "987654321098765", "abcdefghijklmnop", "qwertyuiopasdf",
        "a1a1a1a1a1a1a1",
    ])
    func isGuessed(text: String) {
        #expect(Password(text).isGuessable(knowing: known))
    }

    @Test(arguments: [
        "correct horse battery", "another password", "dB7-kk2!pqRz", "山高水长天地玄黄宇宙洪荒", "wang hates mondays",
        "twelve chars",
    ])
    func isNotGuessed(text: String) {
        #expect(!Password(text).isGuessable(knowing: known))
    }

    @Test func whatChanceMakesIsNeverGuessed() {
        for _ in 1...200 { #expect(!Password.random().password.isGuessable(knowing: known)) }
    }

    /// A name of one letter would be found everywhere.
    @Test func shortNamesCountForNothing() {
        #expect(!Password("dB7-kk2!pqRz").isGuessable(knowing: ["k", "dB", "", "-"]))
        #expect(Password("").isGuessable(knowing: []))
    }
}
