import Contracts
import JSON
import Values

/// A dossier file that may hold several readings of its terms (decision 0020): the member `readings`, by name a patch
/// of
/// `contract` each. What comes out are plain dossiers.
struct Readings {
    let document: DossierDocument
    /// The names in the file, in its order.
    let names: [String]

    init(_ document: DossierDocument) throws(DossierDocument.Broken) {
        self.document = document
        names = try Self.parsing(document) { root throws(Problems) in
            guard let readings = root.member("readings") else { return [] }
            guard readings.kind == .object else {
                throw Problems([Problem(pointer: "/readings", code: .wrongType, detail: "object")])
            }
            return readings.members.map(\.name.text)
        }
    }

    /// The dossier with its terms as they are written, or as the reading of that name has them.
    func dossier(reading name: String?) throws(DossierDocument.Broken) -> Dossier {
        let json = try Self.parsing(document) { root throws(Problems) in
            let patch = root.member("readings")?.members.first { $0.name.text == name }?.value
            return try Self.json(of: root, patchedWith: patch)
        }
        let label = name.map { "\(document.name) (\($0))" } ?? document.name
        return try DossierDocument(name: label, json: json).dossier()
    }

    private static func json(of root: JSONValue, patchedWith patch: JSONValue?) throws(Problems) -> [UInt8] {
        guard root.kind == .object else { throw Problems([Problem(pointer: "", code: .wrongType, detail: "object")]) }
        var output = TextOutput()
        output.write("{")
        var isFirst = true
        for member in root.members where !member.name.isText("readings") {
            if !isFirst { output.write(",") }
            isFirst = false
            member.name.write(to: &output)
            output.write(":")
            guard let patch, member.name.isText("contract") else {
                member.value.write(to: &output)
                continue
            }
            do throws(JSONValue.UnknownElement) { try member.value.write(patchedWith: patch, to: &output) } catch {
                throw Problems([
                    Problem(pointer: root.pointer(to: error.position), code: .unknownField, detail: error.id)
                ])
            }
        }
        output.write("}")
        return output.bytes
    }

    private static func parsing<Result>(
        _ document: DossierDocument, _ body: (JSONValue) throws(Problems) -> Result
    ) throws(DossierDocument.Broken) -> Result {
        var parser = JSONParser()
        do throws(Problems) {
            let outcome: Swift.Result<Result, Problems> = document.json.withUnsafeBufferPointer { bytes in
                do throws(Problems) {
                    switch try parser.parse(bytes, body) {
                    case .success(let result): return .success(result)
                    case .failure(let error): return .failure(Problems(error))
                    }
                } catch { return .failure(error) }
            }
            return try outcome.get()
        } catch {
            throw DossierDocument.Broken(name: document.name, problems: error)
        }
    }
}
