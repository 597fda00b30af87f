public import Values

/// Why there is no paper; the raw values are stable codes.
public enum PaperError: String, Error, CaseIterable, Sendable {
    /// The machine has no font with Chinese letters (fonts-noto-cjk of Debian).
    case fontMissing = "font-missing"
    /// cairo could not write it, as where memory is out.
    case unwritable

    /// The sentence for whoever asked for the paper.
    public func message(in language: Language) -> String {
        switch (self, language) {
        case (.fontMissing, .chinese): "服务器未安装中文字体（\(TextStyle.family)），无法生成 PDF。"
        case (.fontMissing, .english): "The font \(TextStyle.family) is not installed; there can be no PDF."
        case (.unwritable, .chinese): "生成 PDF 失败。"
        case (.unwritable, .english): "The PDF could not be written."
        }
    }
}
