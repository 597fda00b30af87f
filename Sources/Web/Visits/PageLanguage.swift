internal import HTTPTypes
internal import Serving
internal import Values

/// In which language somebody reads the pages: as they chose by the switch, else as their browser asks.
enum PageLanguage {
    static let cookie = "tranche-language"

    @Sendable static func of(_ fields: HTTPFields) -> Language {
        for pair in (fields[.cookie] ?? "").split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, String(parts[0]).trimmed == cookie else { continue }
            if let language = Language(rawValue: String(parts[1]).trimmed) { return language }
        }
        return Negotiation.language(fields[.acceptLanguage])
    }
}
