public import Values

extension SpreadsheetError {
    /// The sentence that people read.
    public func message(in language: Language) -> String {
        (language == .chinese ? chinese : english) + " [\(rawValue)]"
    }

    private var chinese: String {
        switch self {
        case .uncreatable: "无法创建电子表格文件"
        case .unwritable: "无法写入电子表格文件，磁盘可能已满"
        case .outOfMemory: "内存不足，无法生成电子表格"
        case .tooLarge: "行数或列数超过电子表格的上限，请缩小范围或改用 CSV"
        case .overflow: "合计超出可表示的范围"
        case .refused: "电子表格内容未被接受"
        }
    }

    private var english: String {
        switch self {
        case .uncreatable: "the spreadsheet cannot be created"
        case .unwritable: "the spreadsheet cannot be written; the disk may be full"
        case .outOfMemory: "not enough memory for the spreadsheet"
        case .tooLarge: "more rows or columns than a sheet has; ask for less, or for CSV"
        case .overflow: "a total does not fit"
        case .refused: "the content was not accepted"
        }
    }
}
