internal import Crypto
internal import HTTPTypes
internal import Pictures
internal import Serving

/// A file that pages load. Its name has its hash, so browsers keep it for good, and a new one is a new name.
struct Asset: Sendable {
    let path: String
    let mediaType: String
    let bytes: [UInt8]

    /// The style sheet of every page: one file, written in parts.
    static let style = Asset(
        "style", "css", "text/css; charset=utf-8",
        [
            PackageResources.base_css, PackageResources.layout_css, PackageResources.forms_css,
            PackageResources.tables_css, PackageResources.audit_css, PackageResources.contracts_css,
            PackageResources.payments_css, PackageResources.assessments_css, PackageResources.registration_css,
            Array(PictureStyle.sheet.utf8),
        ].reduce([], +))

    /// What pages do beyond plain HTML; everything works without it.
    static let script = Asset("site", "js", "text/javascript; charset=utf-8", PackageResources.site_js)

    static let icon = Asset("icon", "svg", "image/svg+xml", PackageResources.icon_svg)

    private init(_ name: String, _ ending: String, _ mediaType: String, _ bytes: [UInt8]) {
        let hash = SHA256.hash(data: bytes).prefix(6).map {
            $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16)
        }
        path = "/assets/\(name)-\(hash.joined()).\(ending)"
        self.mediaType = mediaType
        self.bytes = bytes
    }

    static let endpoints = [style, script, icon].map { asset in
        Endpoint(
            method: .get, path: PathTemplate(stringLiteral: asset.path), isForAnybody: true, queryNames: [],
            body: .none, mediaType: nil
        ) { _ in
            var answer = Answer(status: .ok, form: .asset).with(.contentType, asset.mediaType)
            answer.body = .bytes(asset.bytes)
            return answer
        }
    }
}
