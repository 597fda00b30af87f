public import Payables
internal import Postgres
internal import Storage
internal import Values

extension Workspace {
    /// Rows fetched at once.
    private static let page = 1000

    /// The next payment of every contract that has one, soonest first, those without a date last; at most `limit`.
    /// Figures that change by today are computed afresh before; those of a contract that cannot be stay as they were.
    public nonisolated(nonsending) func nextPayments(
        limit: Int? = nil, _ row: (NextPayment) throws -> Void
    ) async throws {
        try await refresh()
        var left = limit ?? .max
        var last: NextPayment?
        while left > 0 {
            let page = try await nextPage(after: last, limit: min(left, Self.page))
            for payment in page { try row(payment) }
            left -= page.count
            last = page.last
            if page.count < Self.page { return }
        }
    }

    private func nextPage(after last: NextPayment?, limit: Int) async throws(OperationError) -> [NextPayment] {
        try await mappingErrors {
            try await database.withConnection { try await $0.nextPayments(after: last, limit: limit) }
        }
    }

    /// Computes afresh what reads differently today than on the day it was computed for (decision 0012).
    func refresh() async throws(OperationError) {
        let today = effects.today.daysSince1970
        let isDue = try await mappingErrors { try await database.hasChanging(by: today) }
        if !isDue { return }
        var last = ""
        while true {
            let after = last
            let numbers = try await mappingErrors {
                try await database.changingContracts(by: today, after: after, limit: Self.mostRecomputed)
            }
            guard let end = numbers.last else { return }
            _ = try await recompute(numbers)
            last = end
        }
    }
}
