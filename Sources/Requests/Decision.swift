/// What somebody may decide on a payment request.
public enum Decision: Equatable, Sendable {
    case approve
    case reject(reason: String)
    case withdraw(reason: String?)
    case reconfirm
}
