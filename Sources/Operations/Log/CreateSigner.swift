internal import Audit

extension Workspace {
    /// Makes the log's key where there is none, in the directory outside of the database. `name` names the log for good
    /// (a schema-less URL such as `ms.gov.cn/tranche`); without one it is `tranche.local/` and a random number. Nil
    /// where no directory is named or a key is there.
    static func createSigner(
        _ signer: SignerDirectory?, name: String?, effects: Effects
    ) throws(OperationError) -> VerifierKey? {
        guard let signer, !signer.hasKey else { return nil }
        do throws(LogRefusal) {
            return try signer.create(
                name: name ?? "tranche.local/" + String(effects.random(), radix: 16), algorithm: .ed25519,
                seed: SigningKey.seed(effects))
        } catch { throw .log(error) }
    }
}
