extension Words {
    /// What the page says that explains how to check a bundle offline.
    var offlineCheck: OfflineCheckWords { OfflineCheckWords(words: self) }
}

/// How to check a bundle without trusting whoever made it (check-without-our-software.md), for people who write no
/// programs.
struct OfflineCheckWords {
    let words: Words

    private func choose(_ chinese: String, _ english: String) -> String { words.choose(chinese, english) }

    /// One step: what to do, why, what to type, and what should come of it.
    struct Step {
        let title: String
        let text: String
        var commands: [String] = []
        var expected = ""
    }

    var lead: String {
        choose(
            "归档包可以在任何一台电脑上核验，不联网，也不需要本系统的数据库。核验回答三个问题：内容有没有被改动、删去或添加；签名是不是真的；每个金额是不是由条款和事实算出来的。",
            "A bundle can be checked on any computer, offline and without our database. Three questions are answered: was anything altered, removed or slipped in; is the signature genuine; does every amount follow from terms and facts."
        )
    }
    var expected: String { choose("应看到：", "You should see:") }
    var needTitle: String { choose("事先准备", "What you need") }
    var withTitle: String { choose("方法一：用核验程序（几分钟）", "With our checking program (a few minutes)") }
    var withLead: String {
        choose(
            "tranche-verify 是一个单独的小程序，不需要安装，也不读数据库。它还会把每一个金额重新算一遍。",
            "tranche-verify is one small program that needs no installation and no database. It also computes every amount again."
        )
    }
    var withoutTitle: String { choose("方法二：完全不用本系统的程序", "Without any program of ours") }
    var withoutLead: String {
        choose(
            "用的都是别人写的通用工具：unzip、sha256sum、openssl、Python、Go 和 pymerkle。方法二核对哈希、签名和封存，但不重算金额；要由另一套程序重算金额，可用源代码中的 Tests/Reference/reference.py。",
            "These are common tools that others wrote: unzip, sha256sum, openssl, Python, Go and pymerkle. Hashes, signatures and sealing are checked so, but amounts are not computed again; Tests/Reference/reference.py of the source code is a second calculation."
        )
    }
    var failTitle: String { choose("如果有一步不符", "If a step does not agree") }
    var failText: String {
        choose(
            "先确认下载完整（再下载一次），命令逐字照抄。仍不符时，请保留原文件，不要改动，记下是哪一步、屏幕上的原文，并与持有旧检查点的单位（纸质审批单、档案、见证单位）比对。",
            "First make sure that the download is whole (do it once more) and that the commands are letter by letter. If it still disagrees, keep the file untouched, write down which step and what the screen said, and compare with those who hold an older checkpoint: printed forms, the archive, a witness."
        )
    }

    var needs: [String] {
        [
            choose(
                "归档包：在“归档包”页下载，文件名如 tranche-1234.zip。以下写作 bundle.zip。",
                "The bundle, downloaded on the page “Bundle”, called such as tranche-1234.zip. Here it is bundle.zip."),
            choose(
                "公钥的指纹：从另外的渠道取得，如纸质审批单、档案、见证单位，不要只从本页抄。",
                "The fingerprint of the key, from elsewhere: a printed form, the archive, a witness; not from this page alone."
            ),
            choose(
                "如有：以前保存的检查点文件（在“检查点”页下载过的）。它能证明旧的历史没有被改写。",
                "If you have one: a checkpoint kept earlier, as from the page “Checkpoints”. It proves that older history was not rewritten."
            ),
            choose(
                "一台 Linux 电脑的终端（命令行窗口）。把文件放在同一个文件夹里。", "A terminal of a Linux computer, with the files in one folder."),
        ]
    }

    func with(key: String) -> [Step] {
        [
            Step(
                title: choose("核验归档包", "Check the bundle"),
                text: choose(
                    "把 --key 后面引号里的文字换成您从另外渠道取得的公钥（形式相同）。",
                    "Put the key that you have from elsewhere, which looks like this, in place of the one after --key."),
                commands: ["./tranche-verify bundle.zip --key '\(key)'" + choose("", " --lang en")],
                expected: choose(
                    "逐项列出核验结果，退出状态为 0，没有“不符”。", "a list of what was checked, exit status 0, nothing that disagrees.")),
            Step(
                title: choose("如有旧检查点，一并比对", "Compare with an older checkpoint, if you have one"),
                text: choose(
                    "把 old-checkpoint.txt 换成您保存的文件名。", "Put the name of your file in place of old-checkpoint.txt."),
                commands: [
                    "./tranche-verify bundle.zip --key '\(key)' --checkpoint old-checkpoint.txt"
                        + choose("", " --lang en")
                ],
                expected: choose(
                    "最后一行同上，并写明与先前检查点一致。", "the same last line, and that it agrees with the earlier checkpoint.")),
        ]
    }

    var without: [Step] {
        [
            Step(
                title: choose("准备工具（只做一次，需联网）", "Prepare the tools (once, online)"),
                text: choose("在 Debian 上：", "On Debian:"),
                commands: [
                    "apt-get install unzip openssl python3-venv golang-go golang-golang-x-mod-dev",
                    "python3 -m venv tools && tools/bin/pip install pymerkle==7.0.0 && export PATH=$PWD/tools/bin:$PATH",
                ]),
            Step(
                title: choose("每个文件都与清单一致", "Every file is as listed"),
                text: choose(
                    "解开归档包，逐个核对文件的 SHA-256。", "Unpack the bundle and compare the SHA-256 of each file."),
                commands: [
                    "unzip -q bundle.zip -d bundle && cd bundle", "sha256sum --check --strict --quiet SHA256SUMS",
                ],
                expected: choose("什么也不显示：没有不符的文件。", "nothing at all: no file differs.")),
            Step(
                title: choose("公钥是您认识的那一把", "The key is the one that you know"),
                text: choose(
                    "算出归档包中公钥的指纹，与另外渠道取得的指纹逐字比对。",
                    "Compute the fingerprint of the key in the bundle and compare it with the one from elsewhere, letter by letter."
                ),
                commands: ["openssl pkey -pubin -in keys/1.pem -outform DER | sha256sum"],
                expected: choose("64 个字符，与指纹相同。", "64 characters, the same as the fingerprint.")),
            Step(
                title: choose("检查点的签名是真的", "The checkpoint is signed"),
                text: choose(
                    "取出检查点的正文和签名，用公钥验证。",
                    "Take the text and the signature of the checkpoint and verify them by the key."),
                commands: [
                    "sed '/^$/,$d' checkpoint >../text",
                    "sed -n 's/^— .* //p' checkpoint | head -n 1 | base64 -d | tail -c +5 >../signature",
                    "openssl pkeyutl -verify -pubin -inkey keys/1.pem -rawin -in ../text -sigfile ../signature",
                ], expected: "Signature Verified Successfully"),
            Step(
                title: choose(
                    "每条分录接着上一条，每份审批所依据的计算没有变", "Each entry follows the one before, each statement has the pinned hash"),
                text: choose(
                    "以下三步用源代码 Tests/Foreign 中的三个短程序。它们只有几十行，运行前可以先读一遍。请回到源代码的文件夹。",
                    "The next three steps use three short programs in Tests/Foreign of the source code, to be read before they are run. Go back to the folder of the source code."
                ),
                commands: ["python3 Tests/Foreign/pins.py bundle"]),
            Step(
                title: choose("分录就是检查点所封存的那些（用 Go 的 sumdb）", "The entries are those of the checkpoint, by Go's sumdb"),
                text: choose("检查点、根哈希和每条分录的位置。", "The note, the root and the place of each entry."),
                commands: [
                    "cd Tests/Foreign/check",
                    "GO111MODULE=off GOPATH=/usr/share/gocode go run main.go ../../../bundle",
                ]),
            Step(
                title: choose("再用 pymerkle 核对一遍", "The same by pymerkle"),
                text: choose("另一个人写的另一个程序，应得到同样的结果。", "Another program by somebody else, with the same result."),
                commands: ["python3 Tests/Foreign/merkle.py bundle"]),
        ]
    }

    var older: String {
        choose(
            "旧检查点的第二行是当时的条目数，第三行是当时的根哈希。归档包中的 log.csv 算到那个条目数为止，根哈希应与它相同。",
            "The second line of an older checkpoint is the size of the log then, the third its root. The root that log.csv leads to, stopped at that size, must be that one."
        )
    }
    var olderTitle: String { choose("旧检查点", "An older checkpoint") }
    var yourKey: String { choose("本系统现用公钥（仅供比对）", "The key in force here (to compare with)") }
}
