/// A step of the approval chain (api.md, section 1); the treasury, which pays, follows the last one.
public enum ApprovalRole: String, CaseIterable, Sendable {
    case sectionHead = "section-head"
    case finance
    case head

    /// How the Meishan bureau does it, and a department that has set nothing else.
    public static let standardChain: [ApprovalRole] = [.sectionHead, .finance, .head]
}
