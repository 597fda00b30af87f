public import JSON
public import Values

extension Dossier {
    /// Reads a dossier from JSON bytes. Throws every problem found, in Chinese or English when asked
    /// (payable.md, sections 1, 2 and 6). The parser may be used again and again; it keeps its memory.
    public static func read(
        _ bytes: Bytes, with parser: inout JSONParser, chineseHolidays: HolidayTable = .builtIn
    ) throws(Problems) -> Dossier {
        let parsed = parser.parse(bytes) { root -> Swift.Result<Dossier, Problems> in
            var reader = DossierReader(root: root, chineseHolidays: chineseHolidays)
            if let dossier = reader.dossier(), reader.problems.isEmpty { return .success(dossier) }
            return .failure(Problems(reader.problems))
        }
        switch parsed {
        case .success(let result): return try result.get()
        case .failure(let error):
            let code = ProblemCode(rawValue: error.code.rawValue) ?? .syntax
            let detail = code == .depth ? JSONParser.deepest : error.offset
            throw Problems([Problem(pointer: "", code: code, detail: String(detail))])
        }
    }

    /// The same for bytes in an array, with a parser of its own.
    public static func read(_ bytes: [UInt8], chineseHolidays: HolidayTable = .builtIn) throws(Problems) -> Dossier {
        var parser = JSONParser()
        var outcome: Swift.Result<Dossier, Problems>?
        bytes.withUnsafeBufferPointer { buffer in
            do throws(Problems) {
                outcome = .success(try read(buffer, with: &parser, chineseHolidays: chineseHolidays))
            } catch { outcome = .failure(error) }
        }
        guard let outcome else { throw Problems([Problem(pointer: "", code: .syntax)]) }
        return try outcome.get()
    }
}
