/// The files of one contract as they come.
struct PendingContract {
    var number = 0
    var parts: [BundleFile.Part: [UInt8]] = [:]

    var isWhole: Bool { parts.count == BundleFile.Part.allCases.count }

    /// The lines of NDJSON, each ended by a newline; nil where the last one is not.
    static func lines(_ bytes: [UInt8]) -> [[UInt8]]? {
        guard bytes.isEmpty || bytes.last == 0x0A else { return nil }
        return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map { Array($0) }
    }
}
