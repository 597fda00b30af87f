internal import Storage
internal import Values

extension Actor {
    /// Who does something at a moment under a key.
    func origin(at moment: Instant, _ key: String) -> ActOrigin {
        ActOrigin(account: accountID, department: department.id, moment: moment.microseconds, key: key)
    }

    /// What the access log says of something that was done.
    func entry(
        _ act: Act, _ subject: String, _ detail: String, _ moment: Instant, _ caller: Caller
    ) -> StoredAccessEntry {
        StoredAccessEntry(
            at: moment.microseconds, account: accountID, actor: name,
            address: caller.address.storable(LoginLimits.longest), action: act.rawValue,
            subject: subject.storable(900), detail: detail.storable(19_000), isDone: true)
    }
}

extension BankAccount {
    /// The number as logs show it.
    static func masking(_ number: String) -> String { BankAccount(holder: "", bank: "", number: number).masked.number }
}
