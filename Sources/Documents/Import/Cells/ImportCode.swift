internal import Values

/// What can be wrong with a filled-in form beside what the dossier's own rules say (``ProblemCode`` of Contracts). The
/// codes are never renamed.
public enum ImportCode: String, CaseIterable, Sendable {
    // Cells
    case required = "import-required"
    case formulaInText = "import-formula-in-text"
    case uncomputedFormula = "import-formula-not-computed"
    case errorCell = "import-error-cell"
    case numberInText = "import-number-in-text"
    case dateInText = "import-date-in-text"
    case wrongCellType = "import-wrong-cell-type"
    case notAChoice = "import-not-a-choice"
    case mergedCells = "import-merged-cells"
    // The shape of the form
    case unknownSheet = "import-unknown-sheet"
    case repeatedSheet = "import-repeated-sheet"
    case nothingToImport = "import-nothing"
    case unknownColumn = "import-unknown-column"
    case repeatedColumn = "import-repeated-column"
    case missingColumn = "import-missing-column"
    case outsideOfTable = "import-outside-table"
    // What rows say together
    case repeatedContract = "import-repeated-contract"
    case unknownContract = "import-unknown-contract"
    case notHere = "import-not-here"
    case beyondSheet = "import-register-by-json"

    func message(in language: Language) -> String { language == .chinese ? chinese : english }

    private var chinese: String {
        switch self {
        case .required: "必须填写“%”。"
        case .formulaInText: "文本单元格不能用公式，请粘贴为数值。"
        case .uncomputedFormula: "公式没有计算结果，请用表格软件打开、保存后再导入。"
        case .errorCell: "单元格是错误值 %。"
        case .numberInText: "“%”被存成了数字，超过 15 位的数字会丢失；请把单元格设为文本后重新输入。"
        case .dateInText: "“%”被表格软件改成了日期；请把单元格设为文本后重新输入。"
        case .wrongCellType: "“%”的类型不适合此列。"
        case .notAChoice: "取值应为以下之一：%。"
        case .mergedCells: "合并了单元格（%），请取消合并并逐格填写。"
        case .unknownSheet: "模板中没有工作表“%”。"
        case .repeatedSheet: "工作表“%”出现两次。"
        case .nothingToImport: "没有可导入的内容：请在模板的工作表中填写。"
        case .unknownColumn: "模板的此工作表中没有“%”列。"
        case .repeatedColumn: "“%”列出现两次。"
        case .missingColumn: "缺少“%”列，请使用导出的模板。"
        case .outsideOfTable: "此单元格在表格的列之外。"
        case .repeatedContract: "合同“%”已在前面的行中。"
        case .unknownContract: "“合同”工作表中没有合同“%”。"
        case .notHere: "选择“%”时此处不填。"
        case .beyondSheet: "“%”无法用表格登记，请用 JSON 或 YAML 登记此合同。"
        }
    }

    private var english: String {
        switch self {
        case .required: "“%” must be filled in."
        case .formulaInText: "A text cell cannot be a formula; paste its value."
        case .uncomputedFormula: "The formula has no computed value; open and save the file in a spreadsheet program."
        case .errorCell: "The cell is the error %."
        case .numberInText:
            "“%” is stored as a number, which loses digits after the 15th; make the cell text and type it again."
        case .dateInText: "The spreadsheet program made “%” a date; make the cell text and type it again."
        case .wrongCellType: "“%” is of a type that does not fit this column."
        case .notAChoice: "The value is none of these: %."
        case .mergedCells: "Cells are merged (%); split them and fill in each."
        case .unknownSheet: "The template has no sheet “%”."
        case .repeatedSheet: "There are two sheets “%”."
        case .nothingToImport: "There is nothing to import: fill in the sheets of the template."
        case .unknownColumn: "This sheet of the template has no column “%”."
        case .repeatedColumn: "There are two columns “%”."
        case .missingColumn: "The column “%” is missing; use the template as exported."
        case .outsideOfTable: "This cell lies outside of the table's columns."
        case .repeatedContract: "The contract “%” stands in an earlier row already."
        case .unknownContract: "The sheet of contracts has no contract “%”."
        case .notHere: "With “%” nothing is filled in here."
        case .beyondSheet: "A sheet cannot hold “%”: register this contract by JSON or YAML."
        }
    }
}
