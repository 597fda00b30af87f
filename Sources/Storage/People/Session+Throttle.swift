public import Postgres

/// What is counted of failed log-ins, and how long the next attempt then waits.
public struct ThrottleRule: Equatable, Sendable {
    /// `account` or `address`: what the counted names are.
    let kind: String
    /// So many attempts wait for nothing.
    let free: Int64
    /// Seconds to wait after the last free one; twice as many after each further one.
    let pause: Int64
    /// No longer than this.
    let longest: Int64

    /// Takes all as given.
    public init(kind: String, free: Int64, pause: Int64, longest: Int64) {
        self.kind = kind
        self.free = free
        self.pause = pause
        self.longest = longest
    }
}

extension Session {
    /// Counts an attempt before it is made, so that attempts made at once are counted as well. Returns until when
    /// attempts are refused where this one is, and has then counted nothing; nil where it may go on.
    public func chargeAttempt(_ name: String, _ rule: ThrottleRule, at moment: Int64) async throws -> Int64? {
        let (kind, name, now) = (
            Parameter.text(rule.kind), Parameter.text(name), Parameter.timestamp(microseconds: moment)
        )
        var answers = try await unit([
            charge(kind, name, now, .int64(rule.free), .int64(rule.pause), .int64(rule.longest)), look(kind, name),
        ])
        if try answers.next().affected == 1 { return nil }
        return try answers.next().first { row throws(PostgresError) in try row.microseconds(0) }
    }

    /// Removes some counters of more than a day ago. Last in its transaction, since it then waits for nobody.
    public func forgetOldAttempts(at moment: Int64) async throws {
        _ = try await unit([forget(.timestamp(microseconds: moment))])
    }

    /// Forgets all attempts counted under a name.
    public func forgetAttempts(_ name: String, _ rule: ThrottleRule) async throws {
        _ = try await unit([clear(.text(rule.kind), .text(name))])
    }

    /// Takes back the one attempt that succeeded, with the wait that it began.
    public func refundAttempt(_ name: String, _ rule: ThrottleRule, at moment: Int64) async throws {
        _ = try await unit([refund(.text(rule.kind), .text(name), .timestamp(microseconds: moment))])
    }
}

/// SHA-256 of the kind and of the name as names are compared.
private let key = "sha256(convert_to($1::text || ':' || lower(normalize($2::text, NFKC) COLLATE \"C\"), 'UTF8'))"

private let forget: Statement = """
    DELETE FROM login_throttle WHERE key IN (
        SELECT key FROM login_throttle WHERE last_at < $1::timestamptz - interval '1 day' AND blocked_until < $1
        ORDER BY last_at LIMIT 20 FOR UPDATE SKIP LOCKED)
    """
/// Attempts with this one; those of more than a day ago do not count.
private let count = "CASE WHEN t.last_at < excluded.last_at - interval '1 day' THEN 1 ELSE t.attempts + 1 END"
private let charge = Statement(
    text: """
        INSERT INTO login_throttle AS t (key, attempts, last_at, blocked_until)
        VALUES (\(key), 1, $3, $3::timestamptz
            + CASE WHEN $4::int8 > 1 THEN interval '0' ELSE make_interval(secs => $5::int8) END)
        ON CONFLICT (key) DO UPDATE SET attempts = \(count), last_at = excluded.last_at,
            blocked_until = excluded.last_at + CASE WHEN \(count) < $4::int8 THEN interval '0' ELSE
                make_interval(secs => least($6::int8, $5::int8 * 2 ^ least(\(count) - $4::int8, 30))) END
        WHERE t.blocked_until <= excluded.last_at
        """)
private let look = Statement(text: "SELECT blocked_until FROM login_throttle WHERE key = \(key)")
private let clear = Statement(text: "DELETE FROM login_throttle WHERE key = \(key)")
private let refund = Statement(
    text: """
        UPDATE login_throttle SET attempts = attempts - 1, blocked_until = least(blocked_until, $3::timestamptz)
        WHERE key = \(key) AND attempts > 0
        """)
