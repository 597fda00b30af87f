internal import Operations
internal import Serving

/// A document that came with a form, on its way into the store.
enum DocumentUpload {
    /// The name of its field.
    static let field = "document-file"
    /// A document of 20 MiB, and the fields around it.
    static let mostBytes = 22 << 20

    /// The question for it.
    static func question(_ words: Words, isRequired: Bool = false) -> Field {
        Field(
            name: field, label: words.documentFile,
            kind: .file(accept: DocumentType.allCases.map { "." + $0.fileExtension }.joined(separator: ",")),
            hint: words.documentFileHint, isRequired: isRequired)
    }

    /// Stores it for the visitor's department; what kind of document it is, its bytes say.
    static func store(_ file: FormData.File, _ visit: Visit) async throws(Refusal) -> Document {
        let name = String(file.name.split { $0 == "/" || $0 == "\\" }.last ?? "")
        let bytes = AsyncStream<[UInt8]> { stream in
            stream.yield(file.bytes)
            stream.finish()
        }
        do {
            return try await visit.workspace.storeDocument(bytes, name: name, by: try visit.caller()).document
        } catch { throw Refusal(error) }
    }
}

extension DocumentUpload {
    /// Stores the document that came with a form and adds to what was sent, where it is found; what was wrong with it.
    static func keep(in sent: inout FormData, _ visit: Visit) async -> Refusal? {
        guard let file = sent.file(field) else { return nil }
        do throws(Refusal) {
            let document = try await store(file, visit)
            sent.add("/document", document.hash)
            sent.add(FactForm.documentName, document.name)
            return nil
        } catch { return error }
    }
}

extension FilledForm {
    /// Notes what is wrong with a document beside its field.
    mutating func note(_ refusal: Refusal, ofDocumentIn visit: Visit) {
        note(DocumentUpload.field, refusal.detail(in: visit.language) ?? refusal.kind.title(in: visit.language))
    }
}
