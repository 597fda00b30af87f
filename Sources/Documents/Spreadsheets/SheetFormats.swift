internal import CXLSXWriter
internal import Tables
internal import Values

/// How cells look; made once for a workbook, which owns them.
struct SheetFormats {
    typealias Format = UnsafeMutablePointer<lxw_format>

    let title: Format?
    let note: Format?
    let heading: Format?
    let totalLabel: Format?
    private let cells: [Look: Format]
    private let totals: [Look: Format]

    /// The number format and alignment of a cell.
    enum Look: CaseIterable {
        /// A number that is too large for a cell.
        case digits
        case text, money, wholePercentage, percentage, score, day, instant, count

        var numberFormat: String {
            switch self {
            case .text, .digits: "@"
            case .money: "#,##0.00"
            case .wholePercentage: "0%"
            case .percentage: "0.0#####%"
            case .score: "0.00####"
            case .day: "yyyy-mm-dd"
            case .instant: "yyyy-mm-dd hh:mm:ss"
            case .count: "#,##0"
            }
        }

        var alignment: lxw_format_alignments {
            switch self {
            case .text: LXW_ALIGN_LEFT
            case .day, .instant: LXW_ALIGN_CENTER
            default: LXW_ALIGN_RIGHT
            }
        }
    }

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>, in language: Language) {
        let font = language == .chinese ? "宋体" : "Arial"
        func make(_ change: (Format) -> Void) -> Format? {
            guard let format = workbook_add_format(workbook) else { return nil }
            format_set_font_name(format, font)
            format_set_font_size(format, 10)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
            change(format)
            return format
        }
        title = make { format in
            format_set_font_size(format, 16)
            format_set_bold(format)
        }
        note = make { format_set_num_format($0, "@") }
        heading = make { format in
            Self.frame(format, LXW_ALIGN_CENTER, "@")
            format_set_bold(format)
            format_set_bg_color(format, 0xDD_E6F0)
        }
        totalLabel = make { format in
            Self.frame(format, LXW_ALIGN_LEFT, "@")
            format_set_bold(format)
        }
        var cells: [Look: Format] = [:]
        var totals: [Look: Format] = [:]
        for look in Look.allCases {
            cells[look] = make { Self.frame($0, look.alignment, look.numberFormat) }
            totals[look] = make { format in
                Self.frame(format, look.alignment, look.numberFormat)
                format_set_bold(format)
            }
        }
        self.cells = cells
        self.totals = totals
    }

    func cell(_ look: Look) -> Format? { cells[look] }
    func total(_ look: Look) -> Format? { totals[look] }

    private static func frame(_ format: Format, _ alignment: lxw_format_alignments, _ numberFormat: String) {
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_border_color(format, 0x80_8080)
        format_set_align(format, UInt8(alignment.rawValue))
        format_set_num_format(format, numberFormat)
        if numberFormat == "@" { format_set_text_wrap(format) }
        if alignment == LXW_ALIGN_LEFT { format_set_indent(format, 1) }
    }
}
