internal import Audit
internal import HTML
internal import Operations
internal import Serving

extension WebPage {
    /// The pages for auditors.
    static let audit: [WebPage] =
        [auditOverview, offlineCheck] + journal + checkpoints + reports + [bundle, accessLog]

    private static let auditOverview = WebPage.get("/audit", AuditPlace.overview.access) { visit in
        let words = visit.words.audit
        let state = try await visit.workspace.logState(by: try visit.caller())
        return auditPage(visit, .overview) {
            element("p") { words.lead }
            element("h2") { words.logState }
            logFigures(state, visit.words)
            element("h2") { words.whatYouCanDo }
            element("ul", .class("choices")) {
                for place in AuditPlace.open(to: visit) where place != .overview {
                    choice(place.path, words.name(of: place), words.purpose(of: place))
                }
            }
        }
    }

    private static let offlineCheck = WebPage.get("/audit/check", AuditPlace.check.access) { visit in
        let keys = try await visit.workspace.logKeys(by: try visit.caller())
        return auditPage(visit, .check) { offlineCheckNodes(keys, visit.words) }
    }
}

/// A page that somebody may go to, with what it is for.
func choice(_ path: String, _ name: String, _ purpose: String) -> Node {
    element("li", .class("block")) {
        element("a", .href(path)) { name }
        element("p", .class("soft")) { purpose }
    }
}

/// How the log stands: entries, newest checkpoint, key.
func logFigures(_ state: LogState, _ words: Words) -> Node {
    let audit = words.audit
    return element("dl", .class("figures")) {
        figure(audit.entries, audit.entryCount(state.size)) {}
        figure(audit.waiting, audit.entryCount(state.waiting)) {}
        if let newest = state.newest {
            figure(audit.newestCheckpoint, audit.size(newest.checkpoint.size)) { words.moment(newest.publishedAt) }
        } else {
            figure(audit.newestCheckpoint, audit.noCheckpoint) {}
        }
        if let key = state.keys.own.last {
            figure(audit.keyFingerprint, String(key.fingerprint.prefix(16)) + "…") { key.name }
        }
    }
}

private func figure(_ name: String, _ value: String, @Content more: () -> Node) -> Node {
    let note = more()
    return element("div") {
        element("dt") { name }
        element("dd") {
            value
            if !note.isEmpty { element("small") { note } }
        }
    }
}

/// A name and what it is, in a list of class `facts`.
func fact(_ name: String, @Content _ value: () -> Node) -> Node {
    group {
        element("dt") { name }
        element("dd", content: value)
    }
}

/// Text that somebody copies: commands, keys, notes. With script a button does it.
func copyable(_ text: String, _ words: Words) -> Node {
    element(
        "pre", .class("copy"), Attribute("data-copy", words.audit.copy), Attribute("data-copied", words.audit.copied)
    ) { text }
}
