internal import Audit
internal import Contracts
internal import Requests
internal import Tables
internal import Values

/// Every payment of a contract with its request and approvals, and the sum so far: payments.csv.
struct PaymentHistory {
    private static let header = [
        "合同编号", "分期", "付款编号", "付款日期", "付款金额", "已退回", "净付金额", "累计净付", "作废", "凭证号", "资金来源",
        "付款申请", "申请人", "审批人", "来源", "记录人", "记录时间", "分录序号", "分录哈希",
    ]

    let bytes: [UInt8]
    let count: Int

    /// From the journal, as of a day. Throws ``BundleError/uncomputable``.
    init(_ recomputation: inout Recomputation, asOf day: CalendarDay) throws(BundleError) {
        let journal = recomputation.journal
        var csv = CSVOutput(header: Self.header, in: .chinese)
        let facts = journal.facts
        let payments = try recomputation.dossier(asOf: day).payments
        let requests = try Self.requests(journal, payments)
        var total = Money.zero
        for payment in payments {
            do throws(Overflow) { try total += payment.left } catch { throw .uncomputable }
            let sealed = facts[payment.fact]
            let request = requests.first { $0.payments.contains(payment.id) }
            csv.append([
                .text(sealed.entry.contract), .text(payment.installment), .text(payment.id), .day(payment.on),
                .money(payment.amount), .money(payment.returned), .money(payment.left), .money(total),
                payment.isVoided ? .text("是") : .nothing, payment.voucher.map { .text($0) } ?? .nothing,
                payment.fundSource.map { .text($0) } ?? .nothing, request.map { .text($0.id) } ?? .nothing,
                request.map { .text($0.requestedBy) } ?? .nothing,
                .text(request?.approvals.map(\.by).joined(separator: "、") ?? ""),
                .text(sealed.entry.origin == .imported ? "导入" : "登记"), .text(sealed.entry.recordedBy),
                .text(sealed.entry.recordedAt.description), .count(sealed.entry.number),
                .text(sealed.hash.description),
            ])
        }
        bytes = csv.takeBytes()
        count = payments.count
    }

    private static func requests(
        _ journal: ContractJournal, _ payments: [Payment]
    ) throws(BundleError) -> [PaymentRequest] {
        let left = Dictionary(payments.map { ($0.id, $0.left) }, uniquingKeysWith: { $1 })
        do throws(Overflow) { return try RequestLedger(journal.requestSteps, payments: left).requests } catch {
            throw .uncomputable
        }
    }
}
