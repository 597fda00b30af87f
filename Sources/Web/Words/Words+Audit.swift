internal import Operations
internal import Values

extension Words {
    /// What the pages for auditors say.
    var audit: AuditWords { AuditWords(words: self) }
}

/// What the pages for auditors say: the log, its entries and checkpoints.
struct AuditWords {
    let words: Words

    func choose(_ chinese: String, _ english: String) -> String { words.choose(chinese, english) }

    func name(of page: AuditPlace) -> String {
        switch page {
        case .overview: choose("概览", "Overview")
        case .journal: choose("日志", "Journal")
        case .checkpoints: choose("检查点", "Checkpoints")
        case .reports: choose("报表", "Reports")
        case .bundle: choose("归档包", "Bundle")
        case .check: choose("怎样核验", "How to check")
        case .accessLog: choose("访问日志", "Access log")
        }
    }

    /// What somebody finds there.
    func purpose(of page: AuditPlace) -> String {
        switch page {
        case .overview: ""
        case .journal:
            choose(
                "谁在什么时候登记了什么。登记过的内容不能修改，只能作废，每一条都有哈希和证明。",
                "Who recorded what, and when. What is recorded cannot be changed, only voided; each entry has its hash and proof."
            )
        case .checkpoints:
            choose(
                "对全部日志签名的摘要。手里保存一份，以后任何改写都会被发现。",
                "Signed digests of the whole log. Keep one yourself, and any later rewrite will show.")
        case .reports:
            choose(
                "付款、台账、扣减、例外、抽样、变化对照。可在页面查看，也可下载 Excel、CSV、JSON。",
                "Payments, ledger, deductions, exceptions, samples, changes; on the page, or as Excel, CSV or JSON.")
        case .bundle:
            choose(
                "带走一份完整证据：合同、日志、附件、检查点。不需要数据库就能核验。",
                "Take the whole evidence with you: contracts, journal, documents, checkpoints. It is checked without the database."
            )
        case .check:
            choose(
                "逐步说明怎样离线核验归档包，用或不用本系统的程序都可以。",
                "How to check a bundle offline, step by step, with or without our program.")
        case .accessLog: choose("登录、管理操作和被拒绝的尝试。", "Log-ins, administration and refused attempts.")
        }
    }

    var tabs: String { choose("审计的页面", "Pages for auditors") }
    var lead: String {
        choose(
            "这里可以独立核对：每笔应付怎样算出、由谁经手、记录是否被改动。",
            "Here everything can be checked independently: how each payable came about, who did what, and that nothing was altered."
        )
    }
    var logState: String { choose("日志现状", "The log now") }
    var entries: String { choose("已封存条目", "Entries sealed") }
    var waiting: String { choose("等待封存", "Waiting to be sealed") }
    func entryCount(_ count: Int) -> String { choose("\(count) 条", "\(count)") }
    var newestCheckpoint: String { choose("最新检查点", "Newest checkpoint") }
    var noCheckpoint: String { choose("尚无检查点", "no checkpoint yet") }
    var keyFingerprint: String { choose("签名密钥指纹", "Fingerprint of the signing key") }
    var noKey: String { choose("本机没有签名密钥。", "This machine has no signing key.") }
    var whatYouCanDo: String { choose("您可以做什么", "What you can do") }

    // The journal.
    var journalLead: String {
        choose(
            "按登记时间从新到旧。点开一条，可看到它的全部内容、哈希和封存证明。",
            "By the time of recording, newest first. Open an entry for all that it says, its hash and its proof.")
    }
    var contractNumber: String { choose("合同编号", "Contract number") }
    var fromDay: String { choose("从哪一天登记", "Recorded from") }
    var toDay: String { choose("到哪一天登记", "Recorded to") }
    var recordedAt: String { choose("登记时间", "Recorded at") }
    var recordedBy: String { choose("登记人", "Recorded by") }
    var happenedOn: String { choose("发生日期", "Happened on") }
    var contract: String { choose("合同", "Contract") }
    var entryNumber: String { choose("序号", "No.") }
    var what: String { choose("事项", "What") }
    var hash: String { choose("哈希", "Hash") }
    var sealedAt: String { choose("封存时间", "Sealed at") }
    var notSealed: String { choose("尚未封存", "not sealed yet") }
    var office: String { choose("机关事务", "Acts of the office") }
    func entryTitle(_ number: Int) -> String { choose("第 \(number) 条", "Entry \(number)") }
    func place(_ number: Int, of count: Int) -> String { choose("第 \(number) 条，共 \(count) 条", "\(number) of \(count)") }
    var entryIs: String { choose("这一条", "This entry") }
    var content: String { choose("内容", "What it says") }
    var previousHash: String { choose("上一条的哈希", "Hash of the entry before") }
    var previousEntry: String { choose("上一条", "Entry before") }
    var nextEntry: String { choose("下一条", "Entry after") }
    var proof: String { choose("封存证明", "Proof that it is sealed") }
    var proofLead: String {
        choose(
            "由叶哈希和下列哈希逐级相合（RFC 9162，2.1.3），应得到检查点中的根哈希。",
            "The leaf hash and these, joined level by level (RFC 9162, 2.1.3), give the root in the checkpoint.")
    }
    var noProof: String {
        choose("这一条还没有被检查点覆盖。通常一秒内封存，请稍后刷新。", "No checkpoint covers it yet. That takes about a second; look again.")
    }
    var placeInLog: String { choose("在日志中的位置（从 0 起）", "Place in the log, from 0") }
    var leaf: String { choose("叶哈希", "Leaf hash") }
    var checkpointOfProof: String { choose("所对检查点", "Checkpoint of the proof") }
    func size(_ size: Int) -> String { choose("大小 \(size)", "size \(size)") }
    var path: String { choose("由下至上的哈希", "Hashes from the bottom to the root") }
    var checkEntry: String { choose("自己核对", "Check it yourself") }
    var checkEntryLead: String {
        choose(
            "下载这一条的原始字节，再算它的 SHA-256，应与上面的哈希相同：", "Download the entry's bytes; their SHA-256 must be the hash above:")
    }
    var rawBytes: String { choose("下载原始字节", "Download the bytes") }
    var openContract: String { choose("打开合同", "Open the contract") }
    var journalOfContract: String { choose("该合同的全部日志", "All entries of the contract") }

    // Checkpoints.
    var checkpointsLead: String {
        choose(
            "检查点写明日志当时有多少条、根哈希是多少，并由密钥签名。请下载或抄录一份，存放在本系统之外。",
            "A checkpoint says how many entries the log had and what its root was, signed. Download or copy one and keep it elsewhere."
        )
    }
    func checkpointTitle(_ size: Int) -> String { choose("检查点 \(size)", "Checkpoint \(size)") }
    var checkpointSize: String { choose("条目数", "Size") }
    var publishedAt: String { choose("公布时间", "Published at") }
    var root: String { choose("根哈希", "Root") }
    var signedBy: String { choose("签名", "Signed by") }
    var note: String { choose("签名文本", "The signed note") }
    var noteLead: String { choose("原样保存，一个字符也不要改。", "Keep it as it is, to the last character.") }
    var download: String { choose("下载", "Download") }
    var unsigned: String { choose("没有已知密钥的有效签名", "no valid signature by a known key") }
    var ownSignature: String { choose("本系统日志", "this log") }
    func witnessed(by name: String) -> String { choose("见证人 \(name)", "witness \(name)") }
    func witnesses(_ count: Int) -> String { choose("\(count) 位见证人", "\(count) witnesses") }
    var keys: String { choose("公钥", "Public keys") }
    var keysLead: String {
        choose(
            "用这些公钥验证签名。请从另外的渠道（纸质审批单、档案、见证单位）核对指纹。",
            "Signatures are verified by these keys. Compare the fingerprints with a copy from elsewhere: a printed form, the archive, a witness."
        )
    }
    var keyName: String { choose("名称", "Name") }
    var keyRole: String { choose("用途", "Whose") }
    var keyInForce: String { choose("现用签名密钥", "signing key in force") }
    var keyBefore: String { choose("以前的签名密钥", "earlier signing key") }
    var keyOfWitness: String { choose("见证人", "witness") }
    var fingerprint: String { choose("指纹（SHA-256）", "Fingerprint (SHA-256)") }
    var keyFile: String { choose("公钥文件", "Key file") }

    var copy: String { choose("复制", "Copy") }
    var copied: String { choose("已复制", "Copied") }
}
