/// What a reader takes on before it refuses: a bundle comes from somebody else.
public struct BundleLimits: Equatable, Sendable {
    /// Files in the archive.
    public var files = 1_000_000
    /// Unpacked bytes of all files together.
    public var bytes = 1 << 40
    /// Unpacked bytes for each byte of the archive.
    public var ratio = 200
    /// Unpacked bytes that the ratio does not count.
    public var allowance = 16 << 20
    /// Bytes of a document.
    public var document = 64 << 20
    /// Bytes of one file of a contract, which is held in memory.
    public var contractFile = 32 << 20
    /// Entries of one contract: each of its claims is computed from all of them.
    public var contractEntries = 20_000
    /// Bytes of a contract's number, as the database has it.
    public var contractNumber = 200
    /// Bytes of the manifest or the list of checksums, which are held in memory.
    public var manifest = 256 << 20
    /// Bytes of every other file that is held in memory.
    public var smallFile = 1 << 20
    /// Calendars, and earlier checkpoints.
    public var versions = 1000
    /// Failures that are listed one by one.
    public var faults = 20

    /// The limits that `tranche-verify` has.
    public init() {}

    func most(of path: String) -> Int {
        switch BundleFile(path: path) {
        case .log: bytes
        case .document: document
        case .contract: contractFile
        case .manifest, .checksums: manifest
        default: smallFile
        }
    }
}
