internal import CSodium

/// What one hash costs, and so what one guess costs.
public struct PasswordCost: Equatable, Sendable {
    /// Bytes of memory, a multiple of 1,024.
    public let memory: Int
    /// Passes over it.
    public let passes: Int

    /// Takes the cost as given; libsodium refuses less than 8 KiB or one pass.
    public init(memory: Int, passes: Int) {
        self.memory = memory
        self.passes = passes
    }

    /// 64 MiB, two passes: libsodium's "interactive" and above OWASP's least (46 MiB, one pass); decision 0030.
    public static let standard = PasswordCost(memory: 64 << 20, passes: 2)

    /// A well-formed hash of this cost that no password is known for: comparing with it takes as long as with others.
    var decoy: String {
        let salt = String(repeating: "A", count: 22)
        let hash = String(repeating: "A", count: 43)
        return "$argon2id$v=19$m=\(memory >> 10),t=\(passes),p=1$\(salt)$\(hash)"
    }
}
