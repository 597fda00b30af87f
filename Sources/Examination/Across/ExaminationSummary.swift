internal import Audit
internal import Contracts
internal import Payables
internal import Values

/// What the rules across contracts need of one contract, and nothing else: its parties and price, and one row for each
/// invoice and voucher that stands.
public struct ExaminationSummary: Equatable, Sendable {
    let contract: String
    let buyer: String
    let supplier: String
    /// As first signed.
    let price: Money
    let signedOn: CalendarDay
    let registeredBy: String
    let invoices: [Paper]
    let vouchers: [Paper]

    /// A number on a paper, and the entry that tells of it.
    struct Paper: Equatable, Sendable {
        let number: String
        let subject: String
        let installment: String
        let entry: Int
        let day: CalendarDay
        let amount: Money
        let by: String
    }

    init(_ known: KnownContract) {
        let terms = known.statement.dossier.contract
        contract = terms.number
        buyer = terms.buyer
        supplier = terms.supplier
        price = terms.price
        signedOn = terms.signedOn
        registeredBy = known.registration.recordedBy
        var (invoices, vouchers): ([Paper], [Paper]) = ([], [])
        for (_, record) in known.standing {
            guard let money = KnownContract.amount(of: record.fact) else { continue }
            func paper(_ number: String) -> Paper {
                Paper(
                    number: number, subject: record.fact.id, installment: money.installment,
                    entry: record.entry.number, day: record.fact.on, amount: money.amount, by: record.entry.recordedBy)
            }
            switch record.fact.kind {
            case .invoice(_, let number, _): invoices.append(paper(number))
            case .paid(_, _, let number?, _): vouchers.append(paper(number))
            default: continue
            }
        }
        self.invoices = invoices
        self.vouchers = vouchers
    }
}
