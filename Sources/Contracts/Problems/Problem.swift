/// One thing that is wrong with a dossier, and where.
public struct Problem: Error, Equatable, Sendable {
    /// A JSON Pointer (RFC 6901) into the dossier.
    public let pointer: String
    public let code: ProblemCode
    /// What was found there or what was expected, for the sentence.
    public let detail: String

    /// A problem at a place of the dossier.
    public init(pointer: String, code: ProblemCode, detail: String = "") {
        self.pointer = pointer
        self.code = code
        self.detail = detail
    }
}

/// Everything that is wrong with a dossier; never empty.
public struct Problems: Error, Equatable, Sendable {
    public let list: [Problem]

    /// The problems of one dossier, in the order they were found.
    public init(_ list: [Problem]) { self.list = list }
}
