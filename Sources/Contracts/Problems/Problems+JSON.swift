import JSON
public import Values

extension TextOutput {
    /// `{"errors": [{"pointer", "code", "message"}]}`: what a dossier gives that breaks rules (payable.md, section 6).
    public mutating func write(_ problems: Problems, in language: Language) {
        write("{\"errors\":[")
        for (index, problem) in problems.list.enumerated() {
            if index > 0 { write(",") }
            write("{\"pointer\":")
            write(jsonString: problem.pointer)
            write(",\"code\":\"")
            write(text: problem.code.rawValue)
            write("\",\"message\":")
            write(jsonString: problem.message(in: language))
            write("}")
        }
        write("]}")
    }
}
