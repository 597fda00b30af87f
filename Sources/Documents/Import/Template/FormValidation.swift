internal import CXLSXWriter
internal import Values

/// The drop-down and the hint of a column.
struct FormValidation {
    private let list: String?
    private let title: String
    private let message: String?
    /// Whether something else than the list's words may be typed.
    private let isOpen: Bool

    init(_ field: FormField, in language: Language) {
        title = String(field.heading.text(in: language).prefix(32))
        message = field.hint?.text(in: language)
        switch field.kind {
        case .choice(let choices): list = choices.range(in: language)
        case .parameter: list = FormList.event.range(in: language)
        default: list = nil
        }
        isOpen = field.kind == .parameter
    }

    /// Of each list libxlsxwriter 1.1.4 loses its own copy of the formula, some 20 bytes.
    func set(on sheet: UnsafeMutablePointer<lxw_worksheet>, column: UInt16) throws(SpreadsheetError) {
        guard list != nil || message != nil else { return }
        let answer = (list ?? "").withCString { list in
            title.withCString { title in
                (message ?? "").withCString { message in
                    var validation = lxw_data_validation()
                    validation.validate = UInt8(
                        self.list == nil ? LXW_VALIDATION_TYPE_ANY.rawValue : LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
                    if self.list != nil { validation.value_formula = UnsafeMutablePointer(mutating: list) }
                    validation.show_error = UInt8(
                        isOpen ? LXW_VALIDATION_OFF.rawValue : LXW_VALIDATION_ON.rawValue)
                    if self.message != nil {
                        validation.input_title = UnsafeMutablePointer(mutating: title)
                        validation.input_message = UnsafeMutablePointer(mutating: message)
                    }
                    return worksheet_data_validation_range(
                        sheet, 1, column, FormWriter.preparedRows, column, &validation)
                }
            }
        }
        try SpreadsheetError.check(answer)
    }
}

extension FormList {
    /// The answers that people choose from.
    var offered: [FormChoice] { choices.filter { !$0.isBeyond } }

    /// Where the sheet of codes has them.
    fileprivate func range(in language: Language) -> String {
        let position = FormList.allCases.firstIndex(of: self) ?? 0
        let first = CellReference(row: 1, column: position * 2)
        let last = CellReference(row: offered.count, column: position * 2)
        return "='\(FormSheet.codes.text(in: language))'!\(first.fixed):\(last.fixed)"
    }
}

extension CellReference {
    /// As `$C$5`.
    fileprivate var fixed: String {
        let text = description
        let letters = text.prefix { $0.isLetter }
        return "$\(letters)$\(text.dropFirst(letters.count))"
    }
}
