/// A further place that checkpoints are sent to: the more hands hold one, the less can history be rewritten.
public enum CheckpointPlace: Hashable, Sendable {
    /// A file for each size in a directory, such as one of another office that is mounted here.
    case directory(String)
    /// A message for each size in the spool of a mail program.
    case mail(spool: String, to: String)
    /// The note is posted as `text/plain`.
    case url(String)
    /// A time-stamping authority (RFC 3161); its replies are kept in the signer's directory.
    case authority(String)

    /// Reads `/a/directory`, `mail:/a/spool?to=audit@ms.gov.cn`, `https://…` or `tsa:https://…`; nil for anything else.
    /// http is for this machine alone.
    public init?(_ text: String) {
        if text.hasPrefix("/") {
            self = .directory(text)
        } else if text.hasPrefix("mail:/") {
            let parts = text.dropFirst(5).split(separator: "?to=", maxSplits: 1)
            guard parts.count == 2, parts[1].contains("@"), parts[1].allSatisfy({ $0 > " " && $0.isASCII }) else {
                return nil
            }
            self = .mail(spool: String(parts[0]), to: String(parts[1]))
        } else if text.hasPrefix("tsa:"), Self.isAddress(text.dropFirst(4)) {
            self = .authority(String(text.dropFirst(4)))
        } else if Self.isAddress(text[...]) {
            self = .url(text)
        } else {
            return nil
        }
    }

    /// An address of https, or of http on this machine, that names nobody who logs in.
    private static func isAddress(_ text: Substring) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
        let authority = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        guard !authority.isEmpty, !authority.contains("@") else { return false }
        let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        return scheme == "https://" || ["localhost", "127.0.0.1", "[::1]"].contains(host)
    }
}
