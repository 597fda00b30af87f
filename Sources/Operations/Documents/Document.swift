internal import Audit
internal import Storage
public import Values

/// A document as somebody may see it: with the record of their own department.
public struct Document: Equatable, Sendable {
    /// SHA-256 of its bytes, 64 lower-case hexadecimal digits.
    public let hash: String
    /// Bytes.
    public let size: Int
    public let type: DocumentType
    /// Of the file as first uploaded; one made of the hash where only a contract refers to the document.
    public let name: String
    /// When and by whom it was first uploaded; nil where only a contract refers to it.
    public let upload: Upload?

    /// Who uploaded a document when.
    public struct Upload: Equatable, Sendable {
        public let at: Instant
        public let by: String
    }
}

extension Document {
    /// What the caller may see of a stored document; nil for nothing. Of holdings of departments that the caller does
    /// not see nothing shows, not even that there are some.
    init?(_ stored: StoredDocument, for authority: Authority) {
        let visible = stored.holdings.filter { authority.actor?.sees($0.department) ?? true }
        let isReferredTo = stored.buyers.contains { authority.sees(buyer: $0) }
        let own = visible.first { $0.department == authority.actor?.department.id } ?? visible.first
        guard own != nil || isReferredTo, let any = stored.holdings.first,
            let type = DocumentType(rawValue: (own ?? any).mediaType)
        else { return nil }
        self.init(hash: stored.hash.description, size: stored.size, type: type, own)
    }

    init(hash: String, size: Int, type: DocumentType, _ holding: StoredHolding?) {
        self.init(
            hash: hash, size: size, type: type, name: holding?.name ?? "\(hash.prefix(12)).\(type.fileExtension)",
            upload: holding.map { Upload(at: Instant(microseconds: $0.uploadedAt), by: $0.uploadedBy) })
    }
}
