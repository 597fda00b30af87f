public import Contracts
public import Tables
public import Values

/// One thing that is wrong in a filled-in form, and the cell where it is.
public struct ImportProblem: Error, Hashable, Sendable {
    /// The sheet's name in the file.
    public let sheet: String
    public let cell: CellReference
    public let fault: Fault
    /// What was found or expected, for the sentence.
    let detail: String

    /// Which rule is broken: one of forms, one of dossiers (payable.md, section 6), or one of the service, with its
    /// code and its words.
    public enum Fault: Hashable, Sendable {
        case form(ImportCode)
        case dossier(ProblemCode)
        case service(String, Wording)
    }

    init(_ sheet: String, _ cell: CellReference, _ fault: Fault, _ detail: String = "") {
        self.sheet = sheet
        self.cell = cell
        self.fault = fault
        self.detail = detail
    }

    /// The stable code.
    public var code: String {
        switch fault {
        case .form(let code): code.rawValue
        case .dossier(let code): code.rawValue
        case .service(let code, _): code
        }
    }

    /// The sentence that a clerk reads.
    public func message(in language: Language) -> String {
        switch fault {
        case .form(let code):
            code.message(in: language).split(separator: "%", omittingEmptySubsequences: false).joined(separator: detail)
        case .service(_, let wording): wording.text(in: language)
        case .dossier(let code): Problem(pointer: "", code: code, detail: detail).message(in: language)
        }
    }
}

/// Everything that is wrong with a form, by sheet, row and column; never empty.
public struct ImportProblems: Error, Equatable, Sendable {
    public let list: [ImportProblem]

    init(_ list: [ImportProblem]) { self.list = list }
}
