internal import Audit
internal import HTML
internal import Operations

/// How to check a bundle offline, step by step.
func offlineCheckNodes(_ keys: LogKeys, _ words: Words) -> Node {
    let check = words.offlineCheck
    let key = keys.own.last.map { "\($0)" } ?? "NAME+HASH+KEY"
    return group {
        element("p") { check.lead }
        element("h2") { check.needTitle }
        element("ul") {
            for need in check.needs { element("li") { need } }
        }
        if let own = keys.own.last {
            element("p") { check.yourKey }
            copyable("\(own)", words)
            element("p") { words.audit.fingerprint }
            copyable(own.fingerprint, words)
        }
        element("h2") { check.withTitle }
        element("p") { check.withLead }
        steps(check.with(key: key), words)
        element("h2") { check.withoutTitle }
        element("p") { check.withoutLead }
        steps(check.without, words)
        element("h3") { check.olderTitle }
        element("p") { check.older }
        element("h2") { check.failTitle }
        element("p") { check.failText }
    }
}

private func steps(_ steps: [OfflineCheckWords.Step], _ words: Words) -> Node {
    element("ol", .class("procedure")) {
        for step in steps {
            element("li", .class("block")) {
                element("h3") { step.title }
                element("p") { step.text }
                if !step.commands.isEmpty { copyable(step.commands.joined(separator: "\n"), words) }
                if !step.expected.isEmpty {
                    element("p") {
                        element("strong") { words.offlineCheck.expected }
                        step.expected
                    }
                }
            }
        }
    }
}
