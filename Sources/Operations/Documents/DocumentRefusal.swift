internal import Postgres
public import Values

/// Why a document cannot be stored or read as asked for. The codes are never renamed.
public enum DocumentRefusal: String, CaseIterable, Error, Sendable {
    /// There is none of that hash that the caller may see; whether others hold one, nobody is told.
    case unknownDocument = "unknown-document"
    case tooLarge = "document-too-large"
    case empty = "document-empty"
    /// The bytes are none of the formats that evidence may have, or the declared type is none.
    case typeNotAllowed = "document-type-not-allowed"
    /// The bytes are another format than declared.
    case typeDiffers = "document-type-differs"
    case nameForm = "document-name-not-allowed"
    /// The stream of bytes ended in an error.
    case cutShort = "document-cut-short"
    /// The machine has no room to receive it.
    case noRoom = "no-room-for-document"
    /// What is stored under the hash is not what was uploaded: somebody changed it around the program.
    case broken = "document-broken"
}

extension DocumentRefusal {
    /// What a refusal of the database means; nil for any other refusal.
    init?(_ error: ServerError) {
        switch error.constraint {
        case "document_name_form": self = .nameForm
        case "document_holding_whole": self = .broken
        default: return nil
        }
    }

    /// The sentence that a clerk reads.
    public func message(in language: Language) -> String { language == .chinese ? chinese : english }

    private var english: String {
        switch self {
        case .unknownDocument: "there is no such document"
        case .tooLarge: "a document has at most 20 MiB"
        case .empty: "the document is empty"
        case .typeNotAllowed: "a document is PDF, OFD, XML, PNG, JPEG or TIFF"
        case .typeDiffers: "the content is of another type than declared"
        case .nameForm: "a file name has 1 to 200 bytes, no path and no characters that nobody sees"
        case .cutShort: "the document did not arrive whole; nothing was stored"
        case .noRoom: "there is no room to receive the document; nothing was stored"
        case .broken: "the document stored is not the one that was uploaded"
        }
    }

    private var chinese: String {
        switch self {
        case .unknownDocument: "没有该文件。"
        case .tooLarge: "文件不得超过 20 MiB。"
        case .empty: "文件为空。"
        case .typeNotAllowed: "文件只能是 PDF、OFD、XML、PNG、JPEG 或 TIFF。"
        case .typeDiffers: "文件内容与所声明的类型不符。"
        case .nameForm: "文件名须为 1 至 200 字节，不含路径和不可见字符。"
        case .cutShort: "文件没有完整送达，未保存任何内容。"
        case .noRoom: "没有接收文件的空间，未保存任何内容。"
        case .broken: "所存文件与当初上传的不符。"
        }
    }
}
