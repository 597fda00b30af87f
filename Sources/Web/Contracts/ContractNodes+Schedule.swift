internal import Contracts
internal import HTML
internal import Payables
internal import Pictures
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

    /// When each installment was planned, started, fell due and was paid, and what was held back, as a picture; the
    /// same as a table to be unfolded.
    var timeLine: Node {
        let picture = SchedulePicture(statement, PictureSetting(id: "schedule", language: words.language))
        return element("section", .class("block")) {
            element("h2") { words.timeLine }
            element(
                "div", .class("picture-scroll"), Attribute("tabindex", "0"), .role("region"),
                .aria("label", words.timeLine)
            ) { picture.svg }
            element("details") {
                element("summary") { words.figuresAsTable }
                element(
                    "div", .class("scroll"), Attribute("tabindex", "0"), .role("region"),
                    .aria("label", words.figuresAsTable)
                ) { picture.table }
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
