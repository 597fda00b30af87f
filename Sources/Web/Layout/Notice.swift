internal import HTTPTypes
internal import Serving

/// One sentence for the next page, such as "recorded": it travels in a cookie, for the browser is sent on in between.
enum Notice {
    private static let name = "tranche-notice"
    private static let attributes = "; Path=/; HttpOnly; SameSite=Lax"

    static func setting(_ text: String) -> String {
        "\(name)=\(percentEncoded(String(text.prefix(200))))\(attributes); Max-Age=60"
    }

    static let removing = "\(name)=; Max-Age=0\(attributes)"

    static func read(_ fields: HTTPFields) -> String? {
        for pair in (fields[.cookie] ?? "").split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2, String(parts[0]).trimmed == name {
                return percentDecoded(parts[1]).flatMap { $0.trimmed.isEmpty ? nil : String($0.trimmed.prefix(300)) }
            }
        }
        return nil
    }
}
