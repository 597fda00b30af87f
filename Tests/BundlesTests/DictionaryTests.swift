import TestSupport
import Testing

@testable import Bundles

/// README.md of a bundle is the page of the documentation.
struct DictionaryTests {
    @Test func isThePageOfTheDocumentation() {
        #expect(DataDictionary.bytes == Fixtures.bytes("Sources/Operations/Documentation.docc/bundle-format.md"))
    }

    @Test func namesEveryFileOfABundle() {
        let page = String(decoding: DataDictionary.bytes, as: UTF8.self)
        for name in BundleFile.Part.allCases.map(\.rawValue) + [
            "log.csv", "manifest.json", "SHA256SUMS", "bundle.json",
        ] {
            #expect(page.contains(name))
        }
    }

    @Test(arguments: [
        BundleFile.head, .checkpoint, .earlierCheckpoint(12), .key(1), .pem(2), .log, .calendars, .calendar(0),
        .contract(7, .places), .contract(1_234_567, .entries), .dictionary, .manifest, .checksums,
    ])
    func everyNameIsReadBack(_ file: BundleFile) { #expect(BundleFile(path: file.path) == file) }
}
