public import Values

extension BundleError {
    /// The sentence that an auditor reads.
    public func message(in language: Language) -> String {
        (language == .chinese ? chinese : english) + " [\(rawValue)]"
    }

    private var chinese: String {
        switch self {
        case .unreadable: "文件不存在或无法读取"
        case .damaged: "不是 ZIP 文件，或已损坏"
        case .notABundle: "不是归档包"
        case .tooManyFiles: "文件数量超过上限"
        case .tooLarge: "文件大小超过上限"
        case .ratio: "解压后的大小与压缩包相比超过上限"
        case .strangeFile: "含有归档包不应有的条目（目录、链接、加密文件或异常文件名）"
        case .unwritable: "无法写入"
        case .outOfOrder: "内容次序不正确"
        case .uncomputable: "无法计算"
        }
    }

    private var english: String {
        switch self {
        case .unreadable: "the file is not there or cannot be read"
        case .damaged: "no ZIP archive, or a damaged one"
        case .notABundle: "no bundle"
        case .tooManyFiles: "more files than a bundle may have"
        case .tooLarge: "more bytes than a bundle, or one of its files, may have"
        case .ratio: "unpacks to too many times its own size"
        case .strangeFile: "holds what no bundle holds: a folder, a link, an encrypted file or a strange name"
        case .unwritable: "cannot be written"
        case .outOfOrder: "does not belong there"
        case .uncomputable: "cannot be computed"
        }
    }
}
