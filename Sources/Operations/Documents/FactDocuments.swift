internal import Audit
internal import JSON
internal import Postgres
internal import Storage

extension SubmittedFact {
    /// The document that the fact names by its hash; nil where it names none, or names it otherwise.
    var document: ContentHash? {
        var parser = JSONParser()
        let text = payload.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { root -> String? in
                guard let member = root.member("document"), member.kind == .string else { return nil }
                return member.text
            }
        }
        guard case .success(let text?) = text else { return nil }
        return ContentHash(text.lowercased())
    }
}

extension Session {
    /// Which of the documents are not there, or not for the caller to see.
    func missingDocuments(of hashes: [ContentHash], for authority: Authority) async throws -> [ContentHash] {
        guard !hashes.isEmpty else { return [] }
        let visible = try await documents(hashes).filter { Document($0, for: authority) != nil }.map(\.hash)
        return hashes.filter { !visible.contains($0) }
    }

    /// Refuses facts that name a document by its hash when the recorder cannot see it: it would be no evidence, and
    /// naming it would let the recorder read what others hold. To be called in the transaction that records them.
    func requireDocuments(of facts: [SubmittedFact], for authority: Authority) async throws {
        let missing = try await missingDocuments(of: facts.compactMap(\.document), for: authority)
        guard !missing.isEmpty else { return }
        let conflicts = facts.enumerated().compactMap { position, fact -> Conflict? in
            guard let document = fact.document, missing.contains(document) else { return nil }
            let pointer = facts.count == 1 ? "/document" : "/facts/\(position)/document"
            return Conflict(pointer: pointer, code: .documentMissing, detail: document.description)
        }
        throw OperationError.conflicting(conflicts)
    }
}
