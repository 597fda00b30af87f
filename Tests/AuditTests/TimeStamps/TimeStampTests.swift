import Glibc
import TestSupport
import Testing

@testable import Audit

/// Queries and replies against openssl's own time-stamping authority.
@Suite struct TimeStampTests {
    /// Runs a shell script in a directory.
    private static func run(_ script: String, in directory: String) -> Bool {
        system("cd '\(directory)' && { \(script); } >log 2>&1") == 0
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        let file = try #require(fopen(path, "wb"))
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    private static func read(_ path: String) throws -> [UInt8] {
        let file = try #require(fopen(path, "rb"))
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        return Array(bytes[..<fread(&bytes, 1, bytes.count, file)])
    }

    /// A self-signed authority with the extended key usage that RFC 3161 asks for.
    private static let authority = """
        printf '%s\\n' '[tsa]' 'serial=serial' 'crypto_device=builtin' 'signer_cert=tsa.pem' 'certs=tsa.pem' \
          'signer_key=tsa.key' 'signer_digest=sha256' 'default_policy=1.2.3.4.1' 'digests=sha256' 'accuracy=secs:1' \
          'ess_cert_id_alg=sha256' '[req]' 'distinguished_name=dn' '[dn]' '[ext]' \
          'extendedKeyUsage=critical,timeStamping' >tsa.cnf && echo 01 >serial &&
        openssl req -x509 -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.pem -subj /CN=tsa -config tsa.cnf \
          -extensions ext
        """

    @Test func opensslGrantsAndWeAccept() async throws {
        try await withScratchDirectory { directory in
            let key = try SigningKey(name: "a.example", algorithm: .ed25519, seed: Array(repeating: 1, count: 32))
            let note = try CheckpointStep.sign(Frontier(), after: nil, proof: [], with: key).note
            let query = TimeStampQuery(about: note, nonce: 0x1234_5678_9ABC_DEF0)
            try Self.write(try #require(query.bytes), to: directory + "/query.tsq")
            try Self.write(note.bytes, to: directory + "/note")
            #expect(Self.run(Self.authority, in: directory))
            let reply = "openssl ts -reply -config tsa.cnf -section tsa -queryfile query.tsq -out reply.tsr"
            #expect(Self.run(reply, in: directory))
            let bytes = try Self.read(directory + "/reply.tsr")
            try query.check(bytes)
            #expect(Self.run("openssl ts -verify -data note -in reply.tsr -CAfile tsa.pem", in: directory))
            #expect(throws: TimeStampError.foreign) { try TimeStampQuery(about: note, nonce: 1).check(bytes) }
            let other = try note.signed(by: key, atSecondsSince1970: 0).adding(
                SignedNote.Signature(name: "b", keyHash: 1, bytes: [1]))
            #expect(throws: TimeStampError.foreign) {
                try TimeStampQuery(about: other, nonce: query.nonce).check(bytes)
            }
            var random = SeededGenerator(seed: RunSeed.printed())
            for _ in 0..<300 {
                var broken = bytes
                broken.removeLast(Int.random(in: 1..<bytes.count, using: &random))
                #expect(throws: TimeStampError.self) { try query.check(broken) }
            }
        }
    }

    @Test func aRefusalIsToldApart() {
        let query = TimeStampQuery(about: Self.note, nonce: 1)
        // TimeStampResp { PKIStatusInfo { 2 } }
        #expect(throws: TimeStampError.refused) { try query.check([0x30, 5, 0x30, 3, 2, 1, 2]) }
        #expect(throws: TimeStampError.malformed) { try query.check([]) }
    }

    private static let note: SignedNote = {
        guard let key = try? SigningKey(name: "a", algorithm: .ed25519, seed: Array(repeating: 1, count: 32)),
            let step = try? CheckpointStep.sign(Frontier(), after: nil, proof: [], with: key)
        else { preconditionFailure("a key of 32 bytes signs") }
        return step.note
    }()
}
