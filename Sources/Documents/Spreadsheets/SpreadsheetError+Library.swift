internal import CXLSXWriter

extension SpreadsheetError {
    /// Throws what an answer of libxlsxwriter means; returns where it is none.
    static func check(_ answer: lxw_error) throws(SpreadsheetError) {
        switch answer {
        case LXW_NO_ERROR: return
        case LXW_ERROR_MEMORY_MALLOC_FAILED: throw .outOfMemory
        case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE: throw .uncreatable
        case LXW_ERROR_READING_TMPFILE, LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_PARAMETER_ERROR,
            LXW_ERROR_ZIP_BAD_ZIP_FILE, LXW_ERROR_ZIP_INTERNAL_ERROR, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
            throw .unwritable
        case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE: throw .tooLarge
        default: throw .refused
        }
    }
}
