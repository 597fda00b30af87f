internal import CXLSXWriter
internal import Tables
internal import Values

extension SheetWriter {
    /// A4 landscape, as wide as the page, the headings on each page, and which page of how many.
    func setPage() throws(SpreadsheetError) {
        worksheet_freeze_panes(worksheet, headingRow + 1, 0)
        worksheet_set_paper(worksheet, 9)
        worksheet_set_landscape(worksheet)
        worksheet_fit_to_pages(worksheet, 1, 0)
        worksheet_set_margins(worksheet, 0.4, 0.4, 0.5, 0.6)
        worksheet_center_horizontally(worksheet)
        try SpreadsheetError.check(worksheet_repeat_rows(worksheet, headingRow, headingRow))
        try SpreadsheetError.check(worksheet_set_footer(worksheet, footer))
    }

    /// In the library's own marks: the title on the left, the page on the right. The title is one of ours and short.
    private var footer: String {
        let title = head.title.text(in: language).split(separator: "&", omittingEmptySubsequences: false)
            .joined(separator: "&&")
        return "&L\(title)&R" + (language == .chinese ? "第 &P 页，共 &N 页" : "page &P of &N")
    }
}
