internal import Storage
internal import Values

/// How long logging in pauses after failures, and how long a session lasts.
enum LoginLimits {
    /// Five mistakes, then 30 seconds, doubling up to a quarter of an hour, so that nobody is kept out for long.
    static let account = ThrottleRule(kind: "account", free: 5, pause: 30, longest: 900)
    /// Many people may share an address.
    static let address = ThrottleRule(kind: "address", free: 30, pause: 60, longest: 3600)
    /// Microseconds: twelve hours, a working day.
    static let session: Int64 = 12 * 3_600_000_000
    /// Microseconds without a call after which a session is over: half an hour.
    static let idle: Int64 = 1800 * 1_000_000
    /// Microseconds that a confirmation is good for: two minutes.
    static let confirmation: Int64 = 120 * 1_000_000
    /// Microseconds in which a second factor must get its first code: ten minutes.
    static let enrolment: Int64 = 600 * 1_000_000
    /// Failed confirmations after which a session ends: whoever stole it shall not go on guessing.
    static let wrongProofs: Int64 = 5

    /// Bytes of a name or an address that are looked at.
    static let longest = 200

    /// The text where it can be stored and compared; else one that no account has, so that it is counted all the same.
    static func name(_ text: String) -> String {
        text.utf8.count <= longest && !text.utf8.contains(0) ? text : ""
    }
}
