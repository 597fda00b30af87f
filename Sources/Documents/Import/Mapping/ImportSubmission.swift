public import Contracts
internal import JSON
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

    /// What the service says of the body, at the cell that it is about: of the member itself, else of what it is in.
    public func problem(_ problem: Problem) -> ImportProblem {
        var steps = problem.pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        if problem.code == .missingField { steps.append(problem.detail[...]) }
        while true {
            let pointer = steps.map { "/" + $0 }.joined()
            if let place = places[pointer] {
                return ImportProblem(place.sheet, place.cell, .dossier(problem.code), problem.detail)
            }
            guard steps.popLast() != nil else { break }
        }
        return ImportProblem(sheet, CellReference(row: row - 1, column: 0), .dossier(problem.code), problem.detail)
    }
}
