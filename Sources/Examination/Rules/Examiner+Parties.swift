internal import Audit
internal import Contracts
internal import Payables
internal import Reperformance
internal import Values

extension Examiner {
    /// Payments that were recorded while an account of another name was in force.
    mutating func findPayees(_ known: KnownContract) {
        let supplier = known.statement.terms.supplier
        for (_, record) in known.standing where record.isRecorded {
            guard case .paid(let installment, let amount, _, _) = record.fact.kind else { continue }
            let at = record.entry.recordedAt
            let other = contract.accounts.first { account in
                account.inForceFrom <= at && account.inForceUntil.map { at < $0 } ?? true
                    && NameKey(account.holder) != NameKey(supplier)
            }
            guard let other else { continue }
            findings.append(
                AuditFinding(
                    .payeeDiffers, number, installment: installment, subject: record.fact.id,
                    entry: record.entry.number, on: record.fact.on, amount: amount, people: [record.entry.recordedBy],
                    .otherHolder(holder: other.holder, account: other.number, supplier: supplier)))
        }
    }

    /// Rises count, falls in between do not make room for more.
    mutating func findSupplements(_ known: KnownContract) {
        let first = known.statement.dossier.contract.price
        var (price, raised, count) = (Int128(first.fen), Int128(0), 0)
        var last: KnownContract.Record?
        let agreements = known.standing.sorted { ($0.record.fact.on, $0.position) < ($1.record.fact.on, $1.position) }
        for (_, record) in agreements {
            guard case .amended(let terms) = record.fact.kind else { continue }
            let rise = Int128(terms.price.fen) - price
            price = Int128(terms.price.fen)
            guard rise > 0 else { continue }
            raised += rise
            count += 1
            last = record
        }
        let isAbove = raised * 100_000_000 > Int128(first.fen) * Int128(parameters.supplementLimit.millionths)
        guard isAbove, let last, let sum = Int64(exactly: raised) else { return }
        findings.append(
            AuditFinding(
                .supplementsAboveLimit, number, subject: last.fact.id, entry: last.entry.number, on: last.fact.on,
                amount: Money(fen: sum), people: [last.entry.recordedBy],
                .supplements(
                    raised: Money(fen: sum), of: first, count: count, limit: parameters.supplementLimit)))
    }
}
