internal import CSodium

/// Hashes passwords with argon2id and compares them in constant time, two at once at most.
public final class PasswordHasher: Sendable {
    private let cost: PasswordCost
    private let lanes: HashingLanes

    /// The one of the program: what runs at once is bounded for the whole process.
    public static let standard = PasswordHasher(cost: .standard)

    /// A hasher with lanes of its own, so many hashes at once and so many behind each.
    public init(cost: PasswordCost, lanes: Int = 2, waiting: Int = 50) {
        self.cost = cost
        self.lanes = HashingLanes(lanes: lanes, waiting: waiting)
    }

    /// The password's hash with its salt and cost, as libsodium writes it (`$argon2id$v=19$m=…`).
    public func hash(_ password: Password) async throws(PasswordError) -> String {
        try await lanes.run { [cost] in Self.hash(password, cost) }
    }

    /// Whether the password is the one of the hash. Nil stands for an account that does not exist: the answer is no,
    /// after the same work.
    public func verify(_ password: Password, against hash: String?) async throws(PasswordError) -> Bool {
        try await lanes.run { [cost] in
            guard Sodium.isReady else { return .failure(.unavailable) }
            let text = password.bytes.map { CChar(bitPattern: $0) }
            let isSame = crypto_pwhash_str_verify(hash ?? cost.decoy, text, UInt64(text.count)) == 0
            return .success(isSame && hash != nil)
        }
    }

    /// Whether the hash was made at another cost than new ones are.
    public func needsRehash(_ hash: String) -> Bool {
        crypto_pwhash_str_needs_rehash(hash, UInt64(cost.passes), cost.memory) != 0
    }

    private static func hash(_ password: Password, _ cost: PasswordCost) -> Result<String, PasswordError> {
        guard Sodium.isReady else { return .failure(.unavailable) }
        let text = password.bytes.map { CChar(bitPattern: $0) }
        var hash = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
        guard crypto_pwhash_str(&hash, text, UInt64(text.count), UInt64(cost.passes), cost.memory) == 0 else {
            return .failure(.unavailable)
        }
        return .success(String(decoding: hash.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
}
