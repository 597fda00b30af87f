public import Values

/// Why a file is not read as a workbook at all. The codes are never renamed.
public enum WorkbookError: String, CaseIterable, Error, Sendable {
    /// No ZIP archive, a damaged one, or one that holds no workbook.
    case notAWorkbook = "workbook-not-xlsx"
    /// An old .xls file, or one locked with a password.
    case oldOrLocked = "workbook-old-or-locked"
    case tooLarge = "workbook-too-large"
    /// Unpacks to too many times its own size.
    case ratio = "workbook-ratio"
    case tooManyParts = "workbook-too-many-parts"
    /// A name with `..`, a link, an encrypted part, a part twice.
    case strangePart = "workbook-strange-part"
    case macros = "workbook-macros"
    case externalLinks = "workbook-external-links"
    /// An archive or another document inside.
    case embedded = "workbook-embedded"
    /// XML with a document type, which could define entities.
    case documentType = "workbook-doctype"
    case badXML = "workbook-bad-xml"
    case tooManyCells = "workbook-too-many-cells"

    /// The sentence that a clerk reads.
    public func message(in language: Language) -> String { language == .chinese ? chinese : english }

    private var chinese: String {
        switch self {
        case .notAWorkbook: "不是有效的 .xlsx 工作簿，或文件已损坏。"
        case .oldOrLocked: "这是旧版 .xls 文件或加了密码的文件，请另存为不加密的 .xlsx。"
        case .tooLarge: "文件过大：压缩后最多 5 MiB，解压后最多 50 MiB。"
        case .ratio: "文件解压后膨胀过大，不予读取。"
        case .tooManyParts: "文件包含的部件过多。"
        case .strangePart: "文件含有异常的部件（路径、链接或加密）。"
        case .macros: "文件含有宏，请另存为不含宏的 .xlsx。"
        case .externalLinks: "文件链接到其他文件，请断开链接后再导入。"
        case .embedded: "文件中嵌入了其他文件，请删除后再导入。"
        case .documentType: "文件中的 XML 带有文档类型声明，不予读取。"
        case .badXML: "文件中的 XML 无效，文件可能已损坏。"
        case .tooManyCells: "行数或单元格过多，请分成几个文件导入。"
        }
    }

    private var english: String {
        switch self {
        case .notAWorkbook: "This is no .xlsx workbook, or a damaged one."
        case .oldOrLocked: "This is an old .xls file or one with a password; save it as .xlsx without a password."
        case .tooLarge: "The file is too large: at most 5 MiB, and 50 MiB unpacked."
        case .ratio: "The file unpacks to too many times its own size."
        case .tooManyParts: "The file has too many parts."
        case .strangePart: "The file has a part that no workbook has (a strange path, a link, encryption)."
        case .macros: "The file has macros; save it as .xlsx without them."
        case .externalLinks: "The file links to other files; break the links first."
        case .embedded: "Another file is embedded in this one; remove it first."
        case .documentType: "XML in the file has a document type, which is not read."
        case .badXML: "XML in the file is not valid; the file may be damaged."
        case .tooManyCells: "There are too many rows or cells; import them in several files."
        }
    }
}
