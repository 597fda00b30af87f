internal import Contracts
internal import HTML
internal import Payables
internal import Values

extension ContractNodes {
    /// The installments in their order, with what each comes to.
    var schedule: Node {
        dataTable(caption: words.schedule) {
            headRow(
                (words.installment, false), (words.status, false), (words.grossYuan, true), (words.deductedYuan, true),
                (words.payableYuan, true), (words.paidYuan, true), (words.outstandingYuan, true), (words.dueOn, false))
            element("tbody") {
                for (position, row) in statement.installments.enumerated() { scheduleRow(position, row) }
            }
            element("tfoot") {
                element("tr") {
                    element("th", .scope("row"), Attribute("colspan", "3")) { words.total }
                    element("td", .class("sum")) { words.money(statement.deducted) }
                    element("td") {}
                    element("td", .class("sum")) { words.money(statement.paid) }
                    element("td", .class("sum")) { words.money(statement.outstanding) }
                    element("td") {}
                }
            }
        }
    }

    private func scheduleRow(_ position: Int, _ row: InstallmentStatement) -> Node {
        element("tr") {
            element("th", .scope("row")) {
                element("a", .href("#" + anchor(position))) { terms.installments[position].label }
            }
            element("td") { words.badge(of: row) }
            for amount in [row.gross, row.deducted, row.payable, row.paid, row.outstanding] {
                element("td", .class("sum")) { words.money(amount) }
            }
            element("td") { words.day(row.dueOn) }
        }
    }

    func anchor(_ position: Int) -> String { "installment-" + terms.installments[position].id }

    /// When each installment was planned, started, fell due and was paid: the place of the schedule's picture.
    var timeLine: Node {
        dataTable(caption: words.timeLine) {
            headRow(
                (words.installment, false), (words.startedOn, false), (words.dueOn, false), (words.paidOn, false),
                (words.heldBackYuan, true))
            element("tbody") {
                for (position, row) in statement.installments.enumerated() {
                    element("tr") {
                        element("th", .scope("row")) { terms.installments[position].label }
                        element("td") { words.day(row.startedOn) }
                        element("td") { words.day(row.dueOn) }
                        element("td") { paidDays(position) }
                        element("td", .class("sum")) { words.money(row.withheld) }
                    }
                }
            }
        }
    }

    private func paidDays(_ position: Int) -> Node {
        let payments = statement.dossier.standing.ledgers[position].payments.filter { $0.amount > .zero }
        guard !payments.isEmpty else { return .text("—") }
        return group {
            for (index, payment) in payments.enumerated() {
                if index > 0 { words.comma }
                words.day(payment.on)
            }
        }
    }

    /// Every installment with its condition, what is missing and its figures.
    var installments: Node {
        group {
            element("h2") { words.installmentsInDetail }
            for position in statement.installments.indices { installment(position) }
        }
    }

    private func installment(_ position: Int) -> Node {
        let row = statement.installments[position]
        let installment = terms.installments[position]
        return element("section", .class("block"), .id(anchor(position))) {
            element("h3") {
                "\(position + 1). \(installment.label) "
                words.badge(of: row)
            }
            element("p") { installment.paymentTerms(in: words.language, of: terms, naming: .inWords) }
            missing(position)
            figures(of: position)
            requestLink(position)
        }
    }
}
