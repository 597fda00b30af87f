/// Why a password was neither hashed nor compared. Never says anything about the password.
public enum PasswordError: Error, Equatable, Sendable {
    /// As many hashes wait as may.
    case busy
    /// The system lacks the memory or the source of chance.
    case unavailable
}
