internal import CXLSXWriter
internal import Glibc
internal import Values

/// What a workbook says of itself.
struct DocumentProperties {
    private let title: String
    private let author: String
    /// Seconds since 1970; the library takes 0 for now, and goes no further than the year 9999.
    private let created: Int

    init(_ title: String, _ author: String, _ writtenAt: Instant) {
        self.title = SpreadsheetText(title).text
        self.author = SpreadsheetText(author).text
        created = min(max(1, Int(writtenAt.microseconds / 1_000_000)), 253_402_300_799)
    }

    func set(on workbook: UnsafeMutablePointer<lxw_workbook>) -> lxw_error {
        title.withCString { title in
            author.withCString { author in
                var properties = lxw_doc_properties()
                properties.title = UnsafeMutablePointer(mutating: title)
                properties.author = UnsafeMutablePointer(mutating: author)
                properties.created = created
                return workbook_set_properties(workbook, &properties)
            }
        }
    }
}
