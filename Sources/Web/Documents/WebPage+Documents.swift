internal import HTML
internal import HTTPTypes
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// Evidence: uploaded here or with what it belongs to, downloaded by its hash.
    static let documents: [WebPage] = [
        .get("/documents", .permissions([.uploadDocuments]), query: ["stored"]) { visit in
            let stored = try visit.call.query { $0.text("stored") }
            return uploadPage(visit, FilledForm(uploadFields(visit.words)), stored: stored)
        },
        .post("/documents", .permissions([.uploadDocuments]), body: .upload(most: DocumentUpload.mostBytes)) { visit in
            var form = FilledForm(uploadFields(visit.words), visit.form)
            guard let file = visit.form.file(DocumentUpload.field) else {
                form.note(DocumentUpload.field, visit.words.chooseFile)
                return uploadPage(visit, form)
            }
            do throws(Refusal) {
                let document = try await DocumentUpload.store(file, visit)
                return .seeOther(
                    "/documents?stored=" + document.hash, notice: visit.words.documentStored(document.name))
            } catch {
                form.note(error, ofDocumentIn: visit)
                return uploadPage(visit, form)
            }
        },
        .get("/documents/{sha256}", .permissions([.readContracts])) { visit in
            let content = try await visit.workspace.document(visit.path[0], by: try visit.caller())
            var answer = Answer(status: .ok, form: .file)
            answer.body = .document(content.bytes, count: content.document.size)
            return answer.with(.contentType, content.document.type.rawValue)
                .with(.contentDisposition, ContentDisposition.attachment(content.document.name))
                .with(.eTag, "\"\(content.document.hash)\"")
        },
    ]

    private static func uploadFields(_ words: Words) -> [Field] { [DocumentUpload.question(words, isRequired: true)] }

    private static func uploadPage(_ visit: Visit, _ form: FilledForm, stored: String? = nil) -> Answer {
        let words = visit.words
        return visit.page(words.uploadDocument, .contracts, status: form.isFaulty ? .unprocessableContent : .ok) {
            element("h1") { words.uploadDocument }
            element("p") { words.uploadHint }
            if let stored, stored.utf8.count == 64, stored.allSatisfy(\.isHexDigit) {
                element("p") {
                    words.documentHash
                    element("br")
                    element("a", .href("/documents/" + stored), .class("mono")) { stored }
                }
            }
            form.node(action: "/documents", in: words, isUpload: true) {
                element("button", .class("primary")) { words.uploadDocument }
            }
        }
    }
}
