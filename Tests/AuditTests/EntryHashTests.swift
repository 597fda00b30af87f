import Testing

@testable import Audit

@Suite struct EntryHashTests {
    @Test func isSHA256() {
        // FIPS 180-2, appendix B.1.
        #expect(EntryHash(of: Array("abc".utf8)).description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func readsItsOwnText() {
        let hash = EntryHash(of: [1, 2, 3])
        #expect(EntryHash(hash.description) == hash)
        #expect(EntryHash(bytes: hash.bytes) == hash)
        #expect(EntryHash("ABCD") == nil)
        #expect(EntryHash(hash.description.uppercased()) == nil)
        #expect(EntryHash(bytes: [0]) == nil)
    }
}
