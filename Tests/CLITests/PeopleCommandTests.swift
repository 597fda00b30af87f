import Glibc
import TestSupport
import Testing

/// `tranche department`, `user` and `token` through the built program, with a database of the test's own.
@Suite struct PeopleCommandTests {
    /// What the program said and how it ended. The words are those of the test: no quotes in them.
    private func tranche(
        _ arguments: String, input: String = "", _ conninfo: String
    ) throws -> (text: String, status: Int32) {
        let program = Fixtures.buildDirectory + "/tranche"
        let variables = "DATABASE_URL=\"\(conninfo)\" LC_ALL=C.UTF-8 TRANCHE_DATA="
        let command = "printf '\(input)' | \(variables) '\(program)' \(arguments) 2>&1"
        let pipe = try #require(popen(command, "r"))
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&block, 1, block.count, pipe), count > 0 { bytes += block[..<count] }
        let status = pclose(pipe)
        return (String(decoding: bytes, as: UTF8.self), (status >> 8) & 0xFF)
    }

    @Test func peopleFromTheFirstToTheLastCommand() async throws {
        try await TemplateDatabase.withCopy(of: "tranche_cli_people", prepare: { _ in }) { conninfo in
            #expect(try tranche("init", conninfo).status == 0)
            #expect(try tranche("department add 眉山局 --lang en", conninfo).text == "The department “眉山局” was added.\n")
            #expect(
                try tranche("department add 眉山局", conninfo) == ("tranche: department-name-taken: 已有单位使用该名称。\n", 65))
            let made = try tranche(
                "user add Wang --department 眉山局 --role finance --role auditor --display-name 王会计", conninfo)
            let password = try #require(made.text.split(separator: "\n").last?.split(separator: "：").last)
            #expect(made.status == 0 && password.utf8.count == 22, "\(made.text)")
            let given = try tranche(
                "user add li --department 眉山局 --password-stdin", input: "correct horse battery\\n", conninfo)
            #expect(given == ("已添加账号“li”（眉山局）。\n", 0))
            #expect(
                try tranche("user add lu --department 眉山局 --password-stdin", input: "secret\\n", conninfo)
                    == ("tranche: password-not-allowed: 密码须为一行，至少 12 个字符，不超过 1024 字节。\n", 65))
            #expect(try tranche("user add ＷＡＮＧ --department 眉山局", conninfo).status == 65)
            #expect(
                try tranche("user roles wang --role auditor --audits-all --lang en", conninfo).text
                    == "Roles of “Wang”: auditor\n")
            #expect(try tranche("user disable li --lang en", conninfo).text == "The account “li” was disabled.\n")
            #expect(
                try tranche("user list --format json", conninfo).text == """
                    [
                    {"name":"li","displayName":"li","department":"眉山局","roles":[],"audits":[],"state":"disabled"},
                    {"name":"Wang","displayName":"王会计","department":"眉山局","roles":["auditor"],"audits":["*"],"state":"enabled"}
                    ]

                    """)
            #expect(try tranche("user enable li", conninfo).status == 0)
            #expect(try tranche("user password li", conninfo).text.contains("密码（仅显示这一次）："))
            #expect(try tranche("user roles li --role king", conninfo).status == 64)
            let issued = try tranche("token issue wang --label export --days 30 --lang en", conninfo)
            #expect(issued.status == 0 && issued.text.contains("\ntrt_"), "\(issued.text)")
            #expect(try tranche("token revoke 1", conninfo).text == "已撤销令牌 1。\n")
            #expect(try tranche("token revoke 2", conninfo).status == 65)
            let listed = try tranche("token list wang --format csv", conninfo).text
            #expect(
                listed.hasPrefix(
                    "\u{FEFF}id,account,label,createdAt,expiresAt,revokedAt,lastUsedOn\r\n1,Wang,export,"), "\(listed)"
            )
            #expect(!listed.contains("trt_"))
        }
    }

    @Test func accessAndChains() async throws {
        try await TemplateDatabase.withCopy(of: "tranche_cli_people", prepare: { _ in }) { conninfo in
            #expect(try tranche("init", conninfo).status == 0)
            #expect(try tranche("department add 眉山局", conninfo).status == 0)
            #expect(
                try tranche("department chain 眉山局 finance head", conninfo)
                    == ("“眉山局”的付款审批：财务 → 单位负责人 → 国库支付\n", 0))
            #expect(try tranche("department chain 眉山局 head head", conninfo).status == 65)
            #expect(try tranche("department chain 眉山局", conninfo).status == 64)
            #expect(
                try tranche("department list --format json", conninfo).text
                    == "[\n{\"id\":1,\"name\":\"眉山局\",\"approvalChain\":[\"finance\",\"head\"]}\n]\n")
            #expect(
                try tranche("user add li --department 眉山局 --password-stdin", input: "qwertyuiop123\\n", conninfo)
                    == ("tranche: password-guessable: 该密码过于常见，或由名称、重复字符、连续按键组成，请换一个不易猜到的密码。\n", 65))
            #expect(try tranche("user add li --department 眉山局", conninfo).status == 0)
            #expect(
                try tranche("user reset-factor li", conninfo) == ("tranche: second-factor-absent: 未启用动态口令。\n", 65))
            let log = try tranche("access-log --by auditor --format csv --action create-account", conninfo).text
            #expect(log.split(separator: "\r\n").count == 2 && log.contains(",create-account,li,,done"), "\(log)")
            #expect(try tranche("access-log --outcome refused --format json", conninfo).text == "[\n]\n")
            #expect(
                try tranche("access-log --from 2020-01-01 --to 2020-12-31 --format json", conninfo).text == "[\n]\n")
            let page = try tranche("access-log --limit 1 --lang en", conninfo).text
            #expect(page.contains("create-account") && !page.contains("set-approval-chain"))
            #expect(try tranche("access-log --limit 0", conninfo).status == 64)
        }
    }

    @Test func everyCommandExplainsItself() throws {
        for command in [
            "department add", "department list", "user add", "user list", "user roles", "user password",
            "user disable",
            "user enable", "token issue", "token list", "token revoke", "department chain", "user reset-factor",
            "access-log",
        ] {
            let help = try tranche("\(command) --help", "")
            #expect(
                help.status == 0 && help.text.contains("OVERVIEW: ") && help.text.contains("USAGE: tranche \(command)")
            )
        }
    }
}
