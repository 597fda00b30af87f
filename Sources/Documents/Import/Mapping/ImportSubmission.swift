public import Contracts
internal import JSON
public import Tables
internal import Values

/// What one row of a form gives: a call of the HTTP interface with its body (api.md, section 3).
public struct ImportSubmission: Sendable {
    /// Which call takes it.
    public enum Call: Equatable, Sendable {
        /// `POST /contracts`
        case register
        /// `POST /contracts/{number}/facts`
        case record
    }

    public let call: Call
    /// The contract's number.
    public let contract: String
    /// The sheet's name in the file, and the row as people count.
    public let sheet: String
    public let row: Int
    /// The body in canonical JSON.
    public let body: [UInt8]
    /// Where its members come from; the empty pointer is always there.
    let places: [String: FormObject.Place]

    init(_ call: Call, _ contract: String, _ row: FormRow, _ object: FormObject) {
        self.call = call
        self.contract = contract
        sheet = row.sheet
        self.row = row.number
        var output = TextOutput()
        output.write(object.content)
        body = output.bytes
        places = object.places
    }

    /// What the rules of dossiers say of the body, at the cell that it is about: of the member itself, else of what it
    /// is in.
    public func problem(_ problem: Problem) -> ImportProblem {
        let missing = problem.code == .missingField ? "/\(problem.detail)" : ""
        let place = place(of: problem.pointer + missing)
        return ImportProblem(place.sheet, place.cell, .dossier(problem.code), problem.detail)
    }

    /// What the service refuses for another reason, such as something that is recorded already.
    public func refusal(_ code: String, _ wording: Wording, at pointer: String) -> ImportProblem {
        let place = place(of: pointer)
        return ImportProblem(place.sheet, place.cell, .service(code, wording))
    }

    private func place(of pointer: String) -> (sheet: String, cell: CellReference) {
        var steps = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        while true {
            if let place = places[steps.map { "/" + $0 }.joined()] { return (place.sheet, place.cell) }
            guard steps.popLast() != nil else { return (sheet, CellReference(row: row - 1, column: 0)) }
        }
    }
}
