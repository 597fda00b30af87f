internal import HTTPTypes

/// Keeps other sites from writing in the name of somebody whose browser is logged in (CSRF). Browsers say where a
/// request comes from; what says nothing is let through only where no cookie speaks for it.
enum CrossSite {
    static func check(_ request: HTTPRequest, _ credentials: Credentials, isSecure: Bool) throws(Refusal) {
        guard request.method.isUnsafe else { return }
        if credentials.isByHeader { return }
        let fields = request.headerFields
        if let site = fields[.fetchSite] {
            guard site == "same-origin" || site == "none" else { throw .crossSite }
        } else if let origin = fields[.origin] {
            guard isOwn(origin, request.authority, isSecure) else { throw .crossSite }
        } else if case .cookie = credentials {
            throw .crossSite
        }
    }

    /// Behind a proxy that speaks TLS the scheme is not known here, so the host decides; with own TLS both do.
    private static func isOwn(_ origin: String, _ host: String?, _ isSecure: Bool) -> Bool {
        guard let host else { return false }
        return origin == "https://" + host || !isSecure && origin == "http://" + host
    }
}
