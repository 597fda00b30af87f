internal import Operations
internal import Serving

extension Visit {
    /// What was sent, with every file stored and its hash in the field of the same name; a file that cannot be stored
    /// is told with its field. Documents are no facts: what is stored and never named changes nothing.
    func storingFiles() async throws -> (form: FormData, refused: [(field: String, refusal: Refusal)]) {
        var sent = form
        var refused: [(field: String, refusal: Refusal)] = []
        for file in form.files where !file.bytes.isEmpty {
            do {
                let document = try await store(file)
                sent.add(file.field, document.hash)
                sent.add(AssessmentForm.fileName(of: file.field), document.name)
            } catch {
                refused.append((file.field, Refusal(error)))
            }
        }
        return (sent, refused)
    }

    private func store(_ file: FormData.File) async throws -> Document {
        let bytes = file.bytes
        let source = AsyncStream<[UInt8]> { continuation in
            continuation.yield(bytes)
            continuation.finish()
        }
        return try await workspace.storeDocument(
            source, mediaType: file.mediaType, name: file.name, by: try caller()
        ).document
    }
}
