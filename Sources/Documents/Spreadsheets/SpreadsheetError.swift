/// Why a workbook could not be written. The codes are never renamed.
public enum SpreadsheetError: String, CaseIterable, Error, Sendable {
    /// The file, or a temporary one beside it, cannot be made.
    case uncreatable = "spreadsheet-uncreatable"
    /// The bytes cannot be written, as on a full disk.
    case unwritable = "spreadsheet-unwritable"
    case outOfMemory = "spreadsheet-out-of-memory"
    /// More than the 1,048,576 rows or 16,384 columns that a sheet has.
    case tooLarge = "spreadsheet-too-large"
    /// A total does not fit 64 bits.
    case overflow = "spreadsheet-overflow"
    /// A row without a sheet, or the library refuses what we give it: an error of ours.
    case refused = "spreadsheet-refused"
}
