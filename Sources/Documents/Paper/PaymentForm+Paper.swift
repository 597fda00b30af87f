internal import Values

extension PaymentForm {
    /// The form as a PDF on A4. Throws where the machine lacks the font, or memory.
    public func pdf() throws(PaperError) -> [UInt8] { try paper.pdf() }

    private var words: PaperWords { PaperWords(language: .chinese) }

    private var paper: Paper {
        Paper(
            title: "付款审批单 \(contract.number) \(installment.label)", author: contract.buyer, language: .chinese,
            created: printedAt, foot: "付款审批单 \(request.id)",
            sections: [
                Paper.Section(rows: head), Paper.Section(header: calculationHeader, rows: calculationRows),
                Paper.Section(rows: paymentRows + payeeRows),
                Paper.Section(header: attachmentHeader, rows: attachmentRows),
                Paper.Section(rows: signatureRows + [checking]),
            ])
    }

    private var head: [Paper.Row] {
        let reason = request.reason.map { [Paper.Row.fields(("\(request.state.chinese)原因", $0))] } ?? []
        let printed = printedAt.dayInChina.map { $0.written(in: .chinese) } ?? ""
        return [
            .text("付款审批单", .title, staysWithNext: true),
            Paper.Row(
                cells: [
                    Paper.Cell("编号：\(request.id)"),
                    Paper.Cell("状态：\(request.state.chinese)", TextStyle(alignment: .center)),
                    Paper.Cell("\(printed)　单位：元", .amount),
                ], hasBorder: false, staysWithNext: true),
            .fields((words.contractTitle, contract.title)),
            .fields((words.contractNumber, contract.number), (words.signedOn, contract.signedOn.written(in: .chinese))),
            .fields((words.buyer, contract.buyer), (words.supplier, contract.supplier)),
            .fields((words.price, contract.priceText(in: .chinese))),
            .fields(("付款期次", "\(installment.label)（第 \(installment.number) 期，共 \(installment.count) 期）")),
            .fields(("付款条件", ([installment.terms] + installment.standing).joined(separator: "。"))),
        ] + reason
    }

    private static let calculationColumns = [4, 16, 4]

    private var calculationHeader: [Paper.Row] {
        [
            .heading("本期应付（截至 \(request.asOf)）"),
            .columns([words.item, words.reason, words.amount], Self.calculationColumns),
        ]
    }

    private var calculationRows: [Paper.Row] {
        calculation.map { line in
            .table(
                [
                    Paper.Cell(line.name, line.isTotal ? .label : .body), Paper.Cell(line.reason),
                    Paper.Cell(line.amount.grouped, line.isTotal ? .total : .amount),
                ], Self.calculationColumns)
        }
    }

    private var paymentRows: [Paper.Row] {
        let large = 11.0
        let amounts = Paper.Row.table(
            [
                .label("金额（大写）"), Paper.Cell(payment.amount.inCapitals, TextStyle(size: large, isBold: true)),
                .label("小写"),
                Paper.Cell(
                    "¥" + payment.amount.grouped, TextStyle(size: large, isBold: true, alignment: .right, isWhole: true)
                ),
            ], [4, 12, 2, 6])
        return [
            .heading("本次付款"), amounts,
            .fields(("此前累计已付", payment.paidBefore.grouped), ("付款后累计已付", payment.paidAfter.grouped)),
            .fields(("付款后本期未付", payment.installmentRest.grouped), ("付款后合同未付", payment.contractRest.grouped)),
        ]
    }

    private var payeeRows: [Paper.Row] {
        let numbers = invoices.map { "\($0.number)（\($0.amount.grouped)）" }.joined(separator: "、")
        return [
            .heading("收款与资金"),
            .fields(("收款单位", payee?.holder ?? ""), ("开户银行", payee?.bank ?? "")),
            .fields(("银行账号", payee?.number ?? ""), ("资金来源", fundSource ?? "")),
            .fields(("发票号码", numbers)),
        ]
    }

    private static let attachmentColumns = [7, 4, 13]

    private var attachmentHeader: [Paper.Row] {
        guard !attachments.isEmpty else { return [] }
        return [
            .heading("附件（\(attachments.count) 份）"), .columns(["内容", "日期", "文件或其 SHA-256"], Self.attachmentColumns),
        ]
    }

    private var attachmentRows: [Paper.Row] {
        attachments.map { attachment in
            .table(
                [
                    Paper.Cell(attachment.name), Paper.Cell(attachment.on.description, TextStyle(alignment: .center)),
                    Paper.Cell(attachment.document, .small),
                ], Self.attachmentColumns)
        }
    }

    /// At most five boxes side by side: who asked, the usual chain of three, the treasury.
    private var signatureRows: [Paper.Row] {
        let most = 5
        let boxes = stride(from: 0, to: signatures.count, by: most).map { start in
            let row = signatures[start..<min(start + most, signatures.count)]
            return Paper.Row(cells: row.map(Self.box), minimumHeight: 66, staysWithNext: true)
        }
        return [.heading("审批")] + boxes
    }

    private static func box(_ signature: Signature) -> Paper.Cell {
        let open = signature.isOpen ? ["签字：", "", "　　年　月　日"] : ["—"]
        let lines = signature.signed.map { ["签字：", $0.name, $0.at.toTheMinute] } ?? open
        return Paper.Cell(content: .lines([signature.role] + lines), isAtTop: true)
    }

    private var checking: Paper.Row {
        CheckingRow(statement: request.statement, checkpoint: checkpoint, printedAt: printedAt).row(in: words)
    }
}
