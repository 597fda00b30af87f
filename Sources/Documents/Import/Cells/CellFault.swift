internal import Contracts

/// Why a cell does not give what its column wants.
struct CellFault: Error, Equatable {
    let fault: ImportProblem.Fault
    let detail: String

    init(_ code: ImportCode, _ detail: String = "") {
        fault = .form(code)
        self.detail = detail
    }

    init(_ code: ProblemCode, _ detail: String = "") {
        fault = .dossier(code)
        self.detail = detail
    }
}
