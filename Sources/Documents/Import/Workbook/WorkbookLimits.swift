/// What the reader of workbooks takes on before it refuses: a workbook comes from anybody.
enum WorkbookLimits {
    /// Bytes of the file.
    static let packed = 5 << 20
    /// Bytes of all its parts together.
    static let unpacked = 50 << 20
    /// Parts of the archive.
    static let parts = 200
    /// Unpacked bytes for each byte of the file.
    static let ratio = 100
    /// Unpacked bytes that the ratio does not count: small files with large empty sheets are common.
    static let allowance = 1 << 20
    /// Levels of XML elements.
    static let depth = 64
    /// Rows that hold something, in one sheet.
    static let rows = 10_000
    /// Cells that hold something, in all sheets.
    static let cells = 200_000
    static let sheets = 64
    /// Characters of a cell, as Excel has it.
    static let cellText = 32_767
    static let sharedStrings = 200_000
    static let styles = 65_536
    static let mergedAreas = 10_000
}
