import Contracts
import Payables
import Values

/// A statement as a page for people: what comes next and why, the schedule, the deductions, what is missing.
struct ExplainedStatement {
    let statement: Statement
    let words: Words

    init(_ statement: Statement, in language: Language) {
        self.statement = statement
        words = Words(language: language)
    }

    func write(to output: inout TextOutput) {
        writeHead(to: &output)
        writeNext(to: &output)
        writeSchedule(to: &output)
        writeDeductions(to: &output)
        writeMissing(to: &output)
        writeFlags(to: &output)
    }

    private func writeHead(to output: inout TextOutput) {
        let terms = statement.terms
        output.write(text: "\(terms.title)（\(terms.number)）\n")
        output.write(text: "\(words.buyer) \(terms.buyer) · \(words.supplier) \(terms.supplier)\n")
        output.write(text: "\(words.price) \(terms.price.grouped) · \(words.asOf) \(statement.dossier.asOf)\n")
    }

    private func heading(_ title: String, to output: inout TextOutput) {
        output.write(text: "\n\(title)\n")
    }

    private func writeNext(to output: inout TextOutput) {
        heading(words.nextPayment, to: &output)
        guard let position = statement.next else {
            output.write(text: "  \(words.nothingLeft)\n")
            return
        }
        let row = statement.installments[position]
        output.write(text: "  \(statement.terms.installments[position].label)  \(row.outstanding.grouped)")
        output.write(text: "  \(row.outstanding.inCapitals)\n")
        output.write(text: "  \(words.status(row))")
        for missing in statement.waiting(for: position) {
            output.write(text: "  · \(missing.sentence(in: words.language))")
        }
        output.write("\n")
        for figure in [
            Statement.Figure.gross, .recovered, .deducted, .withheld, .payable, .outstanding, .dueOn, .interest,
        ] {
            guard let because = statement.because(figure, of: position), !because.rule.isTrivial else { continue }
            write(because, to: &output)
            guard figure == .deducted, let assessment = statement.terms.installments[position].assessedBy else {
                continue
            }
            for line in statement.lines(of: position) { write(statement.because(line, of: assessment), to: &output) }
        }
    }

    private func write(_ because: Because, to output: inout TextOutput) {
        output.write(text: "    \(because.sentence(in: words.language))")
        if let clause = because.clause { output.write(text: "  [\(clause.label) \(clause.pointer)]") }
        output.write("\n")
    }

    private func writeSchedule(to output: inout TextOutput) {
        heading(words.schedule, to: &output)
        var table = scheduleTable
        table.rows.append([
            .nothing, .text(words.total), .nothing, .nothing, amount(statement.deducted), .nothing, .nothing,
            .money(statement.paid), .money(statement.outstanding), .nothing,
            .text("\(words.payableNow) \(statement.payableNow.grouped)"),
        ])
        table.writeTable(to: &output)
    }

    /// The schedule, a row an installment.
    var scheduleTable: TextTable {
        var table = TextTable(columns: words.scheduleColumns)
        for (position, row) in statement.installments.enumerated() {
            let installment = statement.terms.installments[position]
            table.rows.append([
                .text(installment.id), .text(installment.label), .money(row.gross), amount(row.recovered),
                amount(row.deducted), amount(row.withheld), .money(row.payable), .money(row.paid),
                .money(row.outstanding),
                row.dueOn.map { .day($0) } ?? .nothing, .word(row.status.rawValue, shown: words.status(row)),
            ])
        }
        return table
    }

    /// A zero that would only be noise in the table.
    private func amount(_ money: Money) -> TextTable.Cell { money == .zero ? .nothing : .money(money) }

    private func writeDeductions(to output: inout TextOutput) {
        var table = TextTable(columns: words.deductionColumns)
        for position in statement.installments.indices {
            let installment = statement.terms.installments[position]
            guard let assessment = installment.assessedBy else { continue }
            for line in statement.lines(of: position) {
                let because = statement.because(line, of: assessment)
                table.rows.append([
                    .text(installment.label), .text(line.rule.name(in: statement.terms.assessments[assessment])),
                    .money(line.amount), .text(because.sentence(in: words.language)),
                    .text(because.clause?.pointer ?? ""),
                ])
            }
        }
        guard !table.rows.isEmpty else { return }
        heading(words.deductions, to: &output)
        table.writeTable(to: &output)
    }

    private func writeMissing(to output: inout TextOutput) {
        var table = TextTable(columns: words.missingColumns)
        for position in statement.installments.indices {
            for missing in statement.waiting(for: position) {
                let label = statement.terms.installments[position].label
                table.rows.append([.text(label), .text(missing.sentence(in: words.language))])
            }
        }
        guard !table.rows.isEmpty else { return }
        heading(words.missing, to: &output)
        table.writeTable(to: &output)
    }

    private func writeFlags(to output: inout TextOutput) {
        var lines = statement.flags.map { $0.sentence(in: words.language, statement.terms) }
        for (total, money) in [(Statement.Total.claim, statement.claim), (.waived, statement.waived)]
        where money > .zero {
            lines.append(
                "\(words.name(of: total)) \(money.grouped)：\(statement.because(total).sentence(in: words.language))")
        }
        guard !lines.isEmpty else { return }
        heading(words.notices, to: &output)
        for line in lines { output.write(text: "  \(line)\n") }
    }
}
