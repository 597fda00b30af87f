public import Contracts
public import JSON
public import Payables
public import Values

/// What the calculation says to dossier bytes: a statement, or everything that is wrong with them.
public enum Answer: Sendable {
    case statement(Statement)
    case problems([Problem])

    /// Reads, checks and computes, as `tranche compute` does.
    public init(to bytes: [UInt8]) {
        var parser = JSONParser()
        self = bytes.withUnsafeBufferPointer { Answer(to: $0, with: &parser) }
    }

    /// The same with a parser that is used again.
    public init(to bytes: Bytes, with parser: inout JSONParser) {
        do throws(Problems) {
            self = .statement(try Payables.statement(of: try Dossier.read(bytes, with: &parser)))
        } catch {
            self = .problems(error.list)
        }
    }

    /// The same for a tree.
    public init(to dossier: JSONTree) { self.init(to: dossier.bytes) }

    /// The bytes that `tranche compute` writes, a sentence in every `because` where a language is given.
    public func bytes(explainedIn language: Language? = nil) -> [UInt8] {
        var output = TextOutput()
        switch self {
        case .statement(let statement): output.write(statement, explainedIn: language)
        case .problems(let list): output.write(Problems(list), in: language ?? .chinese)
        }
        return output.bytes
    }

    /// The statement; nil where there are problems.
    public var statement: Statement? { if case .statement(let statement) = self { statement } else { nil } }

    /// The problems; none where there is a statement.
    public var problems: [Problem] { if case .problems(let list) = self { list } else { [] } }
}
