internal import JSON
internal import Values

/// Something done that belongs to no contract: roles set, a calendar replaced, a key rotated, evidence exported. It
/// stands in the office's own journal, whose contract is the empty name.
public struct OfficeAct: Hashable, Sendable {
    /// By a name that never changes, such as `set-roles`.
    public let action: String
    /// What was worked on: a log-in name, a department, a file.
    public let subject: String
    /// What it was set to.
    public let detail: String

    /// Takes the parts as they are.
    public init(action: String, subject: String, detail: String) {
        self.action = action
        self.subject = subject
        self.detail = detail
    }

    /// The word of its entries.
    static let kind = "office"

    /// The payload of its entry: canonical JSON (RFC 8785).
    public var payload: [UInt8] {
        var output = TextOutput()
        output.write(object: ["action": .text(action), "detail": .text(detail), "subject": .text(subject)])
        return output.bytes
    }

    init?(_ payload: JSONValue) {
        guard payload.count == 3, let action = payload.text("action"), let subject = payload.text("subject"),
            let detail = payload.text("detail")
        else { return nil }
        self.init(action: action, subject: subject, detail: detail)
    }
}
