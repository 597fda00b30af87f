internal import Synchronization

/// Counts the statements of one database and asks the test's plan about each; costs one comparison without a plan.
final class FaultCounter: Sendable {
    private let plan: FaultPlan?
    private let sent = Atomic<Int>(0)

    init(_ plan: FaultPlan?) {
        self.plan = plan
    }

    /// What is to be broken at the next statement.
    func next() -> Fault? {
        guard let plan else { return nil }
        return plan(sent.add(1, ordering: .relaxed).newValue)
    }
}
