/// Why a database's schema is not the one of this program. `migration` is the file's name without `.sql`.
public enum MigrationError: Error, Equatable, Sendable {
    /// An applied migration's text is not the one that this program has under the name.
    case edited(migration: String)
    /// Applied by a newer program.
    case unknown(migration: String)
    /// Not applied, although a later one is.
    case skipped(migration: String)
    /// Not applied yet: the database was never initialised, or by an older program.
    case pending(migration: String)
    /// A trigger by which the database refuses what must never be was disabled or removed.
    case guardOff(trigger: String)
}

extension MigrationError {
    /// A name that never changes.
    public var code: String {
        switch self {
        case .edited: "migration-edited"
        case .unknown: "migration-unknown"
        case .skipped: "migration-skipped"
        case .pending: "migration-pending"
        case .guardOff: "guard-off"
        }
    }
}
