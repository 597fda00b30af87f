import Audit
import TestSupport
import Testing

@testable import Bundles

struct HonestBundleTests {
    @Test func someAreWrittenAndFoundFine() throws {
        var random = SeededGenerator(named: "honest")
        for _ in 0..<20 {
            let journals = SampleContracts.journals(3, &random)
            var bundle = try SampleBundle(SampleLog(journals, &random))
            if journals.contains(where: { !$0.namedDocuments.isEmpty }) { bundle.documents = [SampleContracts.document] }
            let bytes = try bundle.bytes()
            let report = try verify(bytes)
            print(report.counts, bytes.count)
            #expect(report.faults == [])
        }
    }
}
