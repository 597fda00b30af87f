internal import Values

/// A dossier that was handed in, in canonical pieces that can be compared with a journal's.
struct Submission: Sendable {
    /// Number of the contract.
    let number: String
    /// Payload of the registration: `{"calendar": …, "contract": …}`.
    let registration: [UInt8]
    let facts: [SubmittedFact]
    /// The whole as a dossier for the day of the import, in the order given.
    let dossier: [UInt8]
}

/// A fact that was handed in: its id and its canonical JSON.
struct SubmittedFact: Sendable {
    let id: String
    let payload: [UInt8]
}
