public import Audit
internal import Values

/// Why something about the log and its checkpoints cannot be as asked for. The codes are never renamed.
public enum LogRefusal: Error, Equatable, Sendable {
    /// Nothing was signed yet, or nothing of that size.
    case noCheckpoint
    /// The log of that size has no such entry, or it is not sealed yet.
    case unknownEntry
    /// The log never had that size, or the sizes are in the wrong order.
    case sizeUnknown
    /// No directory for the signer's key and checkpoints is named.
    case noSigner
    /// There is a key already; it is not replaced.
    case keyPresent
    /// The key file is missing, is none, or may be read by others.
    case keyUnusable
    /// The name is empty, or has blanks or a plus sign in it.
    case nameForm
    /// The signer's file of checkpoints is missing, or holds none that its key signed.
    case checkpointsUnusable
    /// The directory or a file in it cannot be written.
    case unwritable
    /// Another process signs just now.
    case busy
    /// What is to be signed does not extend what was signed before: history was rewritten or lost.
    case notExtending(ExtensionRefusal)
    /// The note is none, or not by a key that is trusted.
    case note(NoteError)
    /// A further place does not take the checkpoint.
    case unsendable
    /// The time-stamping authority's reply is not kept.
    case timeStamp(TimeStampError)
    /// The stored log has a hole or a wrong hash.
    case broken

    /// A name that never changes.
    public var code: String {
        switch self {
        case .noCheckpoint: "checkpoint-missing"
        case .unknownEntry: "log-entry-unknown"
        case .sizeUnknown: "log-size-unknown"
        case .noSigner: "signer-missing"
        case .keyPresent: "signing-key-present"
        case .keyUnusable: "signing-key-unusable"
        case .nameForm: "signer-name-form"
        case .checkpointsUnusable: "checkpoints-unusable"
        case .unwritable: "signer-unwritable"
        case .busy: "signer-busy"
        case .notExtending(let refusal): refusal.rawValue
        case .note(let error): error.rawValue
        case .unsendable: "checkpoint-unsendable"
        case .timeStamp(let error): error.rawValue
        case .broken: "log-broken"
        }
    }

    /// The sentence that a user reads.
    func message(in language: Language) -> String {
        func choose(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
        return switch self {
        case .noCheckpoint: choose("没有这样的检查点。", "there is no such checkpoint")
        case .unknownEntry:
            choose("该大小的日志中没有这一条目，或条目尚未封存。", "the log of that size has no such entry, or it is not sealed yet")
        case .sizeUnknown:
            choose("日志没有过这样的大小，或两个大小次序颠倒。", "the log never had that size, or the sizes are in the wrong order")
        case .noSigner:
            choose(
                "没有指定签名目录，请设置 TRANCHE_LOG_DIRECTORY。",
                "no directory for the signing key is named; set TRANCHE_LOG_DIRECTORY")
        case .keyPresent: choose("签名密钥已存在，未作更改。", "there is a signing key already; nothing was changed")
        case .keyUnusable:
            choose(
                "签名密钥文件缺失（请运行 tranche init）、无效，或可被他人读取。",
                "the file of the signing key is missing (tranche init makes it), is none, or may be read by others")
        case .nameForm: choose("签名名称不能为空，也不能含空白或加号。", "the signer's name is empty, or has blanks or a plus sign in it")
        case .checkpointsUnusable:
            choose("检查点文件缺失，或其中没有本密钥签署的检查点。", "the file of checkpoints is missing, or holds none that the key signed")
        case .unwritable: choose("无法写入签名目录。", "the signer's directory cannot be written")
        case .busy: choose("另一进程正在签署。", "another process signs just now")
        case .notExtending(let refusal):
            choose(
                "日志与先前签署的检查点不符（\(refusal.rawValue)）：历史被改写或丢失，拒绝签署。",
                "the log does not extend what was signed before (\(refusal.rawValue)): history was rewritten or lost; nothing was signed"
            )
        case .note(let error): choose("检查点无效（\(error.rawValue)）。", "the checkpoint is not valid (\(error.rawValue))")
        case .unsendable: choose("检查点未能送达另一处。", "the checkpoint could not be sent to a further place")
        case .timeStamp(let error):
            choose("时间戳无效（\(error.rawValue)）。", "the time stamp is not valid (\(error.rawValue))")
        case .broken: choose("所存日志不完整。", "the stored log is not whole")
        }
    }
}

extension LogRefusal {
    /// What a fault of the log means to whoever asked for something of it.
    init(_ error: LogError) {
        switch error {
        case .sizeOutOfRange, .sizeShrinks: self = .sizeUnknown
        case .indexOutOfRange: self = .unknownEntry
        case .frontierMalformed, .subtreeMisplaced, .subtreeMissing, .proofLengthDiffers, .rootDiffers: self = .broken
        }
    }

    /// What a refusal to sign means here.
    init(_ refusal: CheckpointStep.Refusal) {
        switch refusal {
        case .note(let error): self = .note(error)
        case .extending(let refusal): self = .notExtending(refusal)
        }
    }
}
