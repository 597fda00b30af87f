internal import Operations
internal import Requests
internal import Storage
internal import Values

extension HTTPMetrics {
    /// Says what the gauges of the work mean.
    func describeMoney() {
        describe("tranche_contracts", "Contracts registered.")
        describe("tranche_installments", "Open installments by status.")
        describe("tranche_outstanding_yuan", "Outstanding on open installments by status, in yuan.")
        describe("tranche_payment_requests_waiting", "Open payment requests by whom they wait for.")
    }

    /// Sets the gauges of the work. Statuses that nothing has read 0, so that an alarm can end.
    func set(_ figures: MoneyFigures) {
        set("tranche_contracts", to: Double(figures.contracts))
        for status in ["due", "overdue", "blocked", "undetermined"] {
            let total = figures.positions.first { $0.status == status }
            set("tranche_installments", [("status", status)], to: Double(total?.count ?? 0))
            set(
                "tranche_outstanding_yuan", [("status", status)],
                to: Double(total?.outstanding.fen ?? 0) / 100)
        }
        for turn in ApprovalRole.allCases.map(\.rawValue) + ["treasury", "requester"] {
            set("tranche_payment_requests_waiting", [("for", turn)], to: Double(figures.waiting[turn] ?? 0))
        }
    }
}
