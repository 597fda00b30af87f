public import Values

/// The workbook in which people write contracts, invoices and assessments down for ``ImportedWorkbook/submissions()``.
public enum ImportTemplate {
    /// Writes an empty form to a path, with drop-downs, hints and a sheet of codes.
    public static func write(
        at path: String, writtenAt: Instant, in language: Language
    ) throws(SpreadsheetError) {
        try FormWriter.write(FilledForm(), at: path, writtenAt: writtenAt, in: language)
    }

    /// Writes the form again with what was filled in, each wrong cell filled red, a column that says why, and all
    /// problems listed on the first sheet. Rows stay where they were; columns stand in the order of the template;
    /// sheets and columns that the template does not know are left out; formulas become their values.
    public static func write(
        _ filled: ImportedWorkbook, marked problems: [ImportProblem], at path: String, writtenAt: Instant,
        in language: Language
    ) throws(SpreadsheetError) {
        try FormWriter.write(FilledForm(filled, problems), at: path, writtenAt: writtenAt, in: language)
    }
}
