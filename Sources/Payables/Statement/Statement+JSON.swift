import Contracts
import JSON
public import Values

extension TextOutput {
    /// Writes the statement as JSON (payable.md, section 5), with a `because` for every figure. Given a language, each
    /// `because` also carries its sentence.
    public mutating func write(_ statement: Statement, explainedIn language: Language? = nil) {
        let terms = statement.terms
        write("{\"contract\":")
        write(jsonString: terms.number)
        write(",\"title\":")
        write(jsonString: terms.title)
        write(",\"supplier\":")
        write(jsonString: terms.supplier)
        write(",\"currency\":\"CNY\",\"asOf\":")
        write(quoted: statement.dossier.asOf)
        write(",\"price\":")
        write(quoted: terms.price)
        write(",\"paid\":")
        write(quoted: statement.paid)
        write(",\"payableNow\":")
        write(quoted: statement.payableNow)
        write(",\"outstanding\":")
        write(quoted: statement.outstanding)
        write(",\"deducted\":")
        write(quoted: statement.deducted)
        write(",\"claim\":")
        write(quoted: statement.claim)
        write(",\"waived\":")
        write(quoted: statement.waived)
        write(",\"next\":")
        write(nextOf: statement)
        write(",\"installments\":[")
        for position in statement.installments.indices {
            if position > 0 { write(",") }
            write(installment: position, of: statement, language)
        }
        write("],\"flags\":[")
        for (position, flag) in statement.flags.enumerated() {
            if position > 0 { write(",") }
            write(flag, terms)
        }
        write("],\"because\":")
        write(becauseOfTotals: statement, language)
        write("}")
    }

    mutating func write(quoted money: Money) {
        write("\"")
        write(money)
        write("\"")
    }

    mutating func write(quoted day: CalendarDay?) {
        guard let day else { return write("null") }
        write("\"")
        write(day)
        write("\"")
    }

    private mutating func write(nextOf statement: Statement) {
        guard let position = statement.next else { return write("null") }
        let row = statement.installments[position]
        write("{\"id\":")
        write(jsonString: statement.terms.installments[position].id)
        write(",\"label\":")
        write(jsonString: statement.terms.installments[position].label)
        write(",\"status\":\"")
        write(text: row.status.rawValue)
        write("\",\"amount\":")
        write(quoted: row.outstanding)
        write(",\"dueOn\":")
        write(quoted: row.dueOn)
        write("}")
    }

    private mutating func write(installment position: Int, of statement: Statement, _ language: Language?) {
        let row = statement.installments[position]
        let installment = statement.terms.installments[position]
        write("{\"id\":")
        write(jsonString: installment.id)
        write(",\"label\":")
        write(jsonString: installment.label)
        write(",\"gross\":")
        write(quoted: row.gross)
        write(",\"deductions\":[")
        let assessment = installment.assessedBy.map { statement.terms.assessments[$0] }
        for (index, line) in statement.lines(of: position).enumerated() {
            write(index > 0 ? ",{\"rule\":" : "{\"rule\":")
            write(jsonString: line.rule.name(in: assessment))
            write(",\"amount\":")
            write(quoted: line.amount)
            write("}")
        }
        write("],\"deducted\":")
        write(quoted: row.deducted)
        write(",\"recovered\":")
        write(quoted: row.recovered)
        write(",\"withheld\":")
        write(quoted: row.withheld)
        write(",\"payable\":")
        write(quoted: row.payable)
        write(",\"paid\":")
        write(quoted: row.paid)
        write(",\"outstanding\":")
        write(quoted: row.outstanding)
        writeStanding(of: row, installment)
        write(",\"because\":")
        write(becauseOf: position, statement, language)
        write("}")
    }

    private mutating func writeStanding(of row: InstallmentStatement, _ installment: Installment) {
        write(",\"status\":\"")
        write(text: row.status.rawValue)
        write("\",\"startedOn\":")
        write(quoted: row.startedOn)
        write(",\"dueOn\":")
        write(quoted: row.dueOn)
        write(",\"blockedBy\":[")
        for (index, name) in row.blockedBy(installment).enumerated() {
            if index > 0 { write(",") }
            write(jsonString: name)
        }
        write("]")
        if let days = row.daysOverdue {
            write(",\"daysOverdue\":")
            write(days)
        }
        if let interest = row.interest {
            write(",\"interest\":")
            write(quoted: interest)
        }
    }

    private mutating func write(_ flag: Statement.Flag, _ terms: Contract) {
        switch flag {
        case .overpaid(let installment, let amount):
            write("{\"flag\":\"overpaid\",\"installment\":")
            write(jsonString: terms.installments[installment].id)
            write(",\"amount\":")
            write(quoted: amount)
        case .gap(let assessment):
            write("{\"flag\":\"gap\",\"assessment\":")
            write(jsonString: terms.assessments[assessment].id)
        case .veto(let assessment):
            write("{\"flag\":\"veto\",\"assessment\":")
            write(jsonString: terms.assessments[assessment].id)
        case .terminationRight(let assessments):
            write("{\"flag\":\"termination-right\",\"assessments\":[")
            for (index, assessment) in assessments.enumerated() {
                if index > 0 { write(",") }
                write(jsonString: terms.assessments[assessment].id)
            }
            write("]")
        case .calendarMissing: write("{\"flag\":\"calendar-missing\"")
        }
        write("}")
    }
}
