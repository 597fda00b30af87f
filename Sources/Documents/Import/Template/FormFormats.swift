internal import CXLSXWriter
internal import Values

/// How the cells of a form look; made once for a workbook, which owns them.
struct FormFormats {
    typealias Format = UnsafeMutablePointer<lxw_format>

    let title: Format?
    let line: Format?
    let heading: Format?
    let requiredHeading: Format?
    let problem: Format?
    private let cells: [Look: Format]
    private let wrong: [Look: Format]

    /// The number format of a cell.
    enum Look: String, CaseIterable {
        case text = "@"
        case money = "#,##0.00"
        case plain = "0.######"
        case percent = "0.######%"
        case day = "yyyy-mm-dd"
        case count = "0"
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
        func heading(_ colour: UInt32) -> Format? {
            make { format in
                format_set_bold(format)
                format_set_text_wrap(format)
                format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
                format_set_bg_color(format, colour)
                format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
            }
        }
        title = make { format in
            format_set_font_size(format, 16)
            format_set_bold(format)
        }
        line = make { format_set_text_wrap($0) }
        self.heading = heading(0xEE_EEEE)
        requiredHeading = heading(0xDD_E6F0)
        problem = make { format in
            format_set_font_color(format, 0xC0_0000)
            format_set_text_wrap(format)
        }
        var cells: [Look: Format] = [:]
        var wrong: [Look: Format] = [:]
        for look in Look.allCases {
            cells[look] = make { format_set_num_format($0, look.rawValue) }
            wrong[look] = make { format in
                format_set_num_format(format, look.rawValue)
                format_set_bg_color(format, 0xFF_C7CE)
            }
        }
        self.cells = cells
        self.wrong = wrong
    }

    func cell(_ look: Look, isWrong: Bool) -> Format? { isWrong ? wrong[look] : cells[look] }
}

extension FormField {
    /// How the column's cells look. Columns of text are text from the start, so that the spreadsheet program leaves
    /// what is typed there alone: 20 digits, `2026-1`.
    var look: FormFormats.Look {
        switch kind {
        case .text, .identifiers, .choice, .parameter: .text
        case .money: .money
        case .percentage, .score: .plain
        case .day: .day
        case .count: .count
        }
    }
}
