import Contracts
import JSON
import Values
import YAML

/// One dossier's text as JSON bytes, and what to call it in messages: the file, with the line where it holds several.
struct DossierDocument {
    let name: String
    let json: [UInt8]

    /// A document that breaks rules, and every rule that it breaks.
    struct Broken: Error {
        let name: String
        let problems: Problems
    }

    func dossier() throws(Broken) -> Dossier {
        do throws(Problems) { return try Dossier.read(json) } catch { throw Broken(name: name, problems: error) }
    }
}

extension Problems {
    /// What is wrong with YAML, at the line and column that its detail begins with.
    init(_ error: YAMLError) {
        self.init([Problem(pointer: "", code: .yaml, detail: error.description)])
    }

    /// What is wrong with JSON, at the byte that its detail tells.
    init(_ error: JSONError) {
        let code = ProblemCode(rawValue: error.code.rawValue) ?? .syntax
        self.init([Problem(pointer: "", code: code, detail: String(error.offset))])
    }
}
