internal import Audit
internal import HTML
internal import Operations
internal import Values

/// The published checkpoints, the largest first.
func checkpointTable(_ checkpoints: [PublishedCheckpoint], _ words: Words) -> Node {
    let audit = words.audit
    guard !checkpoints.isEmpty else { return element("p") { audit.noCheckpoint } }
    return dataTable(caption: audit.name(of: .checkpoints)) {
        headRow(
            (audit.checkpointSize, true), (audit.publishedAt, false), (audit.root, false), (audit.signedBy, false),
            (audit.note, false))
        element("tbody") {
            for one in checkpoints {
                element("tr") {
                    element("th", .scope("row"), .class("sum")) {
                        element("a", .href("/audit/checkpoints/\(one.checkpoint.size)")) {
                            String(one.checkpoint.size)
                        }
                    }
                    element("td") { words.moment(one.publishedAt) }
                    element("td") {
                        element("code", .class("number")) { String(one.checkpoint.root.base64.prefix(12)) + "…" }
                    }
                    element("td") { signers(one, audit) }
                    element("td") {
                        element(
                            "a", .href("/audit/checkpoints/\(one.checkpoint.size)/note"),
                            .aria("label", "\(audit.download) \(audit.checkpointTitle(one.checkpoint.size))")
                        ) { audit.download }
                    }
                }
            }
        }
    }
}

private func signers(_ one: PublishedCheckpoint, _ audit: AuditWords) -> Node {
    let witnesses = one.signatures.filter { $0.key.algorithm == .cosignature }.count
    if one.signatures.isEmpty { return element("span", .class("status rejected")) { audit.unsigned } }
    return group {
        audit.ownSignature
        if witnesses > 0 { ", " + audit.witnesses(witnesses) }
    }
}

/// One checkpoint: what it says, who signed it, and its text to be copied.
func checkpointNodes(_ one: PublishedCheckpoint, _ words: Words) -> Node {
    let (audit, path) = (words.audit, "/audit/checkpoints/\(one.checkpoint.size)/note")
    return group {
        element("dl", .class("facts")) {
            fact(audit.keyName) { one.checkpoint.origin }
            fact(audit.checkpointSize) { String(one.checkpoint.size) }
            fact(audit.publishedAt) { words.moment(one.publishedAt) }
            fact(audit.root) { element("code") { one.checkpoint.root.base64 } }
            fact(audit.signedBy) {
                if one.signatures.isEmpty { audit.unsigned }
                for signature in one.signatures {
                    element("div") {
                        signature.key.algorithm == .ed25519
                            ? audit.ownSignature : audit.witnessed(by: signature.key.name)
                        if let seconds = signature.secondsSince1970, seconds < 1 << 40 {
                            " "
                            words.moment(Instant(microseconds: Int64(seconds) * 1_000_000))
                        }
                    }
                }
            }
        }
        element("h2") { audit.note }
        element("p") { audit.noteLead }
        copyable(String(decoding: one.note.bytes, as: UTF8.self), words)
        element("p") { element("a", .class("button primary"), .href(path)) { audit.download } }
    }
}

/// The public keys with what people compare.
func keyTable(_ keys: LogKeys, _ words: Words) -> Node {
    let audit = words.audit
    guard !keys.own.isEmpty else { return element("p") { audit.noKey } }
    let rows =
        keys.own.reversed().enumerated().map { ($0.element, $0.offset == 0 ? audit.keyInForce : audit.keyBefore) }
        + keys.witnesses.map { ($0, audit.keyOfWitness) }
    return dataTable(caption: audit.keys) {
        headRow((audit.keyName, false), (audit.keyRole, false), (audit.fingerprint, false), (audit.keyFile, false))
        element("tbody") {
            for (key, role) in rows {
                element("tr") {
                    element("th", .scope("row")) { key.name }
                    element("td") { role }
                    element("td") { element("code") { key.fingerprint } }
                    element("td") {
                        element(
                            "a", .href("/audit/keys/" + key.fingerprint),
                            .aria("label", "\(audit.download) \(key.name) \(key.fingerprint.prefix(8))")
                        ) { audit.download }
                    }
                }
            }
        }
    }
}
