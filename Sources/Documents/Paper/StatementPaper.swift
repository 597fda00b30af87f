internal import Contracts
public import Payables
public import Values

/// A contract's statement on a day with the reason of every figure, on paper (付款结算单).
public struct StatementPaper: Sendable {
    public let statement: Statement
    /// SHA-256 of the statement in hexadecimal; nil where it is not to be named.
    public let hash: String?
    public let checkpoint: LogCheckpoint?
    public let printedAt: Instant
    let words: PaperWords

    /// Takes what is to be printed.
    public init(
        _ statement: Statement, hash: String?, checkpoint: LogCheckpoint?, printedAt: Instant, in language: Language
    ) {
        self.statement = statement
        self.hash = hash
        self.checkpoint = checkpoint
        self.printedAt = printedAt
        words = PaperWords(language: language)
    }

    /// The paper as a PDF on A4. Throws where the machine lacks the font, or memory.
    public func pdf() throws(PaperError) -> [UInt8] { try paper.pdf() }

    private var paper: Paper {
        let terms = statement.terms
        let title = words.choose("付款结算单", "Statement of payments")
        let checking = CheckingRow(statement: hash, checkpoint: checkpoint, printedAt: printedAt).row(in: words)
        return Paper(
            title: "\(title) \(terms.number) \(statement.dossier.asOf)", author: terms.buyer, language: words.language,
            created: printedAt, foot: "\(title) \(terms.number.shortened) \(statement.dossier.asOf)",
            sections: [
                Paper.Section(rows: head(title)),
                Paper.Section(header: [.heading(words.choose("付款计划", "Schedule")), scheduleHeader], rows: schedule),
                Paper.Section(rows: notices),
            ] + statement.installments.indices.map(reasons) + [Paper.Section(rows: [.text(""), checking])])
    }

    private func head(_ title: String) -> [Paper.Row] {
        let contract = ContractHead(of: statement.dossier)
        let asOf = statement.dossier.asOf.written(in: words.language)
        return [
            .text(title, .title, staysWithNext: true),
            Paper.Row(
                cells: [
                    Paper.Cell(words.asOf + words.colon + asOf),
                    Paper.Cell(words.choose("单位：元", "All amounts in CNY"), .amount),
                ], hasBorder: false, staysWithNext: true),
            .fields((words.contractTitle, contract.title)),
            .fields(
                (words.contractNumber, contract.number),
                (words.signedOn, contract.signedOn.written(in: words.language))),
            .fields((words.buyer, contract.buyer), (words.supplier, contract.supplier)),
            .fields((words.price, contract.priceText(in: words.language))),
            .fields(total(.payableNow, statement.payableNow), total(.paid, statement.paid)),
            .fields(total(.outstanding, statement.outstanding), total(.deducted, statement.deducted)),
        ]
    }

    private func total(_ total: Statement.Total, _ money: Money) -> (label: String, value: String) {
        (words.name(of: total), money.grouped)
    }

    private static let scheduleColumns = [24, 17, 15, 17, 17, 17, 14, 15]

    private var scheduleHeader: Paper.Row {
        let figures: [Statement.Figure] = [.gross, .deducted, .payable, .paid, .outstanding, .dueOn]
        let names =
            [words.choose("期次", "Installment")] + figures.map { words.name(of: $0) } + [words.choose("状态", "Status")]
        var row = Paper.Row.columns(names, Self.scheduleColumns)
        for position in row.cells.indices { row.cells[position].style.size = 7.5 }
        return row
    }

    private var schedule: [Paper.Row] {
        let rows = statement.installments.enumerated().map { position, row in
            scheduleRow(
                statement.terms.installments[position].label,
                [row.gross, row.deducted, row.payable, row.paid, row.outstanding], row.dueOn?.description ?? "",
                row.statusSentence(in: words.language))
        }
        let totals = [nil, statement.deducted, nil, statement.paid, statement.outstanding]
        return rows + [scheduleRow(words.total, totals, "", "", isBold: true)]
    }

    private func scheduleRow(
        _ label: String, _ amounts: [Money?], _ due: String, _ status: String, isBold: Bool = false
    ) -> Paper.Row {
        let text = TextStyle(size: 8, isBold: isBold)
        let amount = TextStyle(size: 7.5, isBold: isBold, alignment: .right, isWhole: true)
        let cells =
            [Paper.Cell(label, text)] + amounts.map { Paper.Cell($0?.grouped ?? "", amount) }
            + [Paper.Cell(due, TextStyle(size: 7.5, alignment: .center)), Paper.Cell(status, text)]
        return .table(cells, Self.scheduleColumns)
    }

    /// What a reader must know beside the figures.
    private var notices: [Paper.Row] {
        var lines = statement.flags.map { $0.sentence(in: words.language, statement.terms) }
        for (total, money) in [(Statement.Total.claim, statement.claim), (.waived, statement.waived)]
        where money > .zero {
            let reason = statement.because(total).sentence(in: words.language)
            lines.append("\(words.name(of: total)) \(money.grouped)\(words.colon)\(reason)")
        }
        guard !lines.isEmpty else { return [] }
        return [.heading(words.choose("提示", "Notices"))] + lines.map { Paper.Row(cells: [Paper.Cell($0)]) }
    }
}
