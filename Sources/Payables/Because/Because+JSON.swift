import Contracts
import JSON
import Values

extension TextOutput {
    /// `{rule, clause, inputs, formula, facts}`, and `text` in the language asked for.
    mutating func write(_ because: Because, _ dossier: Dossier, _ language: Language?) {
        write("{\"rule\":\"")
        write(text: because.rule.rawValue)
        write("\"")
        if let clause = because.clause {
            write(",\"clause\":{\"pointer\":")
            write(jsonString: clause.pointer)
            write(",\"label\":")
            write(jsonString: clause.label)
            write("}")
        }
        if !because.inputs.isEmpty {
            write(inputs: because.inputs)
            write(",\"formula\":\"")
            because.fill(because.rule.formula, into: &self, nil)
            write("\"")
        }
        if !because.facts.isEmpty { write(facts: because.facts, dossier) }
        if let language {
            write(",\"text\":")
            write(jsonString: because.sentence(in: language))
        }
        write("}")
    }

    private mutating func write(inputs: [Because.Input]) {
        write(",\"inputs\":{")
        for (index, input) in inputs.enumerated() {
            write(index > 0 ? ",\"" : "\"")
            write(input.name)
            write("\":")
            write(json: input.value)
        }
        write("}")
    }

    private mutating func write(json value: Because.Value) {
        switch value {
        case .text(let text): write(jsonString: text)
        case .sum(let parts):
            write("[")
            for (index, part) in parts.enumerated() {
                if index > 0 { write(",") }
                write(quoted: part)
            }
            write("]")
        case .money, .percentage, .number, .day:
            write("\"")
            write(value)
            write("\"")
        }
    }

    private mutating func write(facts: [Int], _ dossier: Dossier) {
        write(",\"facts\":[")
        for (index, fact) in facts.enumerated() {
            if index > 0 { write(",") }
            write(jsonString: dossier.facts[fact].id)
        }
        write("]")
    }

    mutating func write(becauseOf position: Int, _ statement: Statement, _ language: Language?) {
        var separator: StaticString = "{\""
        for figure in Statement.Figure.allCases {
            guard let because = statement.because(figure, of: position) else { continue }
            write(separator)
            write(text: figure.rawValue)
            write("\":")
            write(because, statement.dossier, language)
            separator = ",\""
        }
        let lines = statement.lines(of: position)
        if let assessment = statement.terms.installments[position].assessedBy, !lines.isEmpty {
            write(",\"deductions\":[")
            for (index, line) in lines.enumerated() {
                if index > 0 { write(",") }
                write(statement.because(line, of: assessment), statement.dossier, language)
            }
            write("]")
        }
        write("}")
    }

    mutating func write(becauseOfTotals statement: Statement, _ language: Language?) {
        for (index, total) in Statement.Total.allCases.enumerated() {
            write(index > 0 ? ",\"" : "{\"")
            write(text: total.rawValue)
            write("\":")
            write(statement.because(total), statement.dossier, language)
        }
        write("}")
    }
}
