internal import Contracts
internal import JSON
internal import Payables
public import Values

/// Writes an OCDS 1.1 package piece by piece, in memory for one contract at a time: open, add each contract, close.
/// A package without a contract is not valid OCDS. The same input gives the same bytes.
public struct OCDSPackage: Sendable {
    /// What the package is made of.
    public enum Form: String, Sendable {
        case releases
        /// Each with its release and the `compiledRelease`.
        case records
    }

    private let publication: OCDSPublication
    private let form: Form
    private var isEmpty = true

    /// A package that nothing was written of yet.
    public init(_ publication: OCDSPublication, _ form: Form) {
        self.publication = publication
        self.form = form
    }

    /// Writes the package's metadata.
    public func open(to output: inout TextOutput) {
        let publisher = publication.publisher
        output.write(object: [
            "uri": .text(publication.uri), "version": .text("1.1"),
            "publishedDate": .text(publication.publishedAt.description),
            "publisher": .object([
                "name": .text(publisher.name), "scheme": publisher.scheme.map { .text($0) },
                "uid": publisher.uid.map { .text($0) }, "uri": publisher.uri.map { .text($0) },
            ]), "license": publication.license.map { .text($0) },
            "publicationPolicy": publication.publicationPolicy.map { .text($0) },
            "extensions": .texts([publication.extensionURL, OCDSExtension.partyScale]),
        ])
        output.removeLast(1)  // the brace, for the list to follow
        output.write(",\"")
        output.write(text: form.rawValue)
        output.write("\":[\n")
    }

    /// Writes one contract. Each contract may be added once.
    public mutating func add(_ contract: OCDSContract, to output: inout TextOutput) {
        if !isEmpty { output.write(",\n") }
        isEmpty = false
        let release = OCDSRelease(contract: contract, ocid: publication.ocid(of: contract.terms.number))
        let content = release.content(isCompiled: false)
        switch form {
        case .releases: output.write(content)
        case .records:
            output.write(object: [
                "ocid": .text(release.ocid), "releases": .list([content]),
                "compiledRelease": release.content(isCompiled: true),
            ])
        }
    }

    /// Writes the end.
    public func close(to output: inout TextOutput) { output.write("\n]}\n") }
}
