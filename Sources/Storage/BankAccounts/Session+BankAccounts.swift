public import Postgres

/// A bank account of a supplier that is to be proposed.
public struct NewBankAccountProposal: Sendable {
    public var supplier: String
    public var holder: String
    public var bank: String
    /// Digits only.
    public var accountNumber: String
    public var reason: String

    /// Takes all as given; the database normalises to NFC and judges the forms.
    public init(supplier: String, holder: String, bank: String, accountNumber: String, reason: String) {
        self.supplier = supplier
        self.holder = holder
        self.bank = bank
        self.accountNumber = accountNumber
        self.reason = reason
    }
}

/// Who does something for their department, when, and under which idempotency key.
public struct ActOrigin: Sendable {
    let account: Int64
    let department: Int64
    let moment: Int64
    let key: String

    /// Takes all as given; `moment` in microseconds since 1970-01-01T00:00:00Z.
    public init(account: Int64, department: Int64, moment: Int64, key: String) {
        self.account = account
        self.department = department
        self.moment = moment
        self.key = key
    }
}

extension Session {
    /// The changes that a query of `StoredBankAccountChange` reads.
    public func bankAccountChanges(_ query: Query) async throws -> [StoredBankAccountChange] {
        try StoredBankAccountChange.read(try await self.query(query))
    }

    /// Adds a proposal. Refused with `bank_account_one_open` or `bank_account_proposal_number_once` while another of
    /// the supplier is open.
    public func proposeBankAccount(_ proposal: NewBankAccountProposal, _ origin: ActOrigin) async throws {
        _ = try await unit([
            propose(
                .int64(origin.department), .text(proposal.supplier), .text(proposal.holder), .text(proposal.bank),
                .text(proposal.accountNumber), .text(proposal.reason), .int64(origin.account),
                .timestamp(microseconds: origin.moment), .text(origin.key))
        ])
    }

    /// Adds a decision (`confirmed`, `rejected`, `withdrawn`) on a proposal of the department; false where it has none
    /// of that id. A confirmation takes effect after the department's cooling time.
    public func decideBankAccount(
        _ proposal: Int64, _ decision: String, reason: String, _ origin: ActOrigin
    ) async throws -> Bool {
        try await query(
            decide(
                .int64(proposal), .int64(origin.department), .text(decision), .int64(origin.account),
                .timestamp(microseconds: origin.moment), .text(reason), .text(origin.key))
        ).affected == 1
    }

    /// Sets the hours from a confirmation until it is in force; false where there is no department of that name.
    public func setBankAccountCooling(hours: Int, of department: String) async throws -> Bool {
        try await query(setCooling(.text(department), .int64(Int64(hours)))).affected == 1
    }
}

private let propose: Statement = """
    INSERT INTO bank_account_proposal (
        department, supplier, number, holder, bank, account_number, reason, proposed_by, proposed_at, idempotency_key)
    SELECT $1, normalize($2::text, NFC), coalesce(max(number), 0) + 1, normalize($3::text, NFC),
        normalize($4::text, NFC), $5, normalize($6::text, NFC), $7, $8, $9
    FROM bank_account_proposal
    WHERE department = $1 AND supplier_key = lower(normalize($2::text, NFKC) COLLATE "C")
    """
private let decide: Statement = """
    INSERT INTO bank_account_decision (
        proposal, number, decision, department, proposed_by, decided_by, decided_at, effective_at, reason,
        idempotency_key)
    SELECT p.id, 1 + (SELECT count(*) FROM bank_account_decision WHERE proposal = p.id), $3, p.department,
        p.proposed_by, $4, now.moment,
        CASE WHEN $3 = 'confirmed' THEN now.moment + make_interval(hours => d.bank_account_cooling_hours) END,
        normalize($6::text, NFC), $7
    FROM bank_account_proposal p JOIN department d ON d.id = p.department,
        LATERAL (SELECT greatest($5::timestamptz, p.proposed_at) AS moment) AS now
    WHERE p.id = $1 AND p.department = $2
    """
private let setCooling: Statement = """
    UPDATE department SET bank_account_cooling_hours = $2
    WHERE name_key = lower(normalize($1::text, NFKC) COLLATE "C")
    """
