internal import Serving

extension Parameter {
    static let contract = path("number", .text(1...200), "The contract's number.")
    static let asOf = query("asOf", .day, "The day asked about; today where it is missing.")
}

extension [Parameter] {
    /// Of writes to one contract.
    static let ofWrites: [Parameter] = [.idempotencyKey, .ifMatch]
    /// Of lists.
    static let ofPages: [Parameter] = [.limit, .cursor]
}
