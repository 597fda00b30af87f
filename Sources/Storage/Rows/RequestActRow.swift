internal import Postgres
internal import Requests

/// The row of an act of somebody who asked for a payment or approved it.
struct RequestActRow: Sendable {
    let step: RecordedStep
    let round: Int
    /// `requester`, or the role approved for.
    let act: String

    /// The acts of a request, from the first on.
    static func rows(_ request: PaymentRequest) -> [RequestActRow] {
        var round = 0
        return request.steps.compactMap { step in
            switch step.event.step {
            case .submitted, .reconfirmed:
                round += 1
                return RequestActRow(step: step, round: round, act: "requester")
            case .approved(let role): return RequestActRow(step: step, round: round, act: role.rawValue)
            case .rejected, .withdrawn, .stale, .paid: return nil
            }
        }
    }

    static let table = Table<RequestActRow>(
        "payment_request_act", key: 2,
        [
            Column("request", .text) { .text($0.step.event.request) },
            Column("entry", .integer) { .int64(Int64($0.step.entry)) },
            Column("round", .integer) { .int64(Int64($0.round)) },
            Column("actor", .text) { .text($0.step.by) },
            Column("act", .text) { .text($0.act) },
        ])
}
