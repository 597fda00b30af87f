internal import Audit
internal import Glibc

/// The leaves that log.csv lists, in a temporary file without a name: what is looked up does not grow the memory.
final class LeafSpill {
    private static let width = 40
    private let file: UnsafeMutablePointer<FILE>
    private var pending: [UInt8] = []
    private(set) var count = 0
    private var first = 0
    private var last = 0

    init() throws(BundleError) {
        guard let file = tmpfile() else { throw .unwritable }
        self.file = file
    }

    deinit { fclose(file) }

    /// Adds a leaf; indexes ascend.
    func append(_ index: Int, _ hash: TreeHash) throws(BundleError) {
        if count == 0 { first = index }
        last = index
        count += 1
        withUnsafeBytes(of: index.bigEndian) { pending += $0 }
        pending += hash.bytes
        if pending.count >= 1 << 16 { try flush() }
    }

    func flush() throws(BundleError) {
        guard fwrite(pending, 1, pending.count, file) == pending.count, fflush(file) == 0 else { throw .unwritable }
        pending.removeAll(keepingCapacity: true)
    }

    /// The leaf of an index; nil where log.csv has none.
    func hash(at index: Int) throws(BundleError) -> TreeHash? {
        guard count > 0, (first...last).contains(index) else { return nil }
        var (low, high) = (0, count - 1)
        // Of a whole log the place is the index: the first guess is right.
        var middle = min(index - first, high)
        while low <= high {
            let record = try record(middle)
            let found = record.prefix(8).reduce(0) { $0 << 8 | Int($1) }
            if found == index { return TreeHash(bytes: Array(record.dropFirst(8))) }
            if found < index { low = middle + 1 } else { high = middle - 1 }
            middle = low + (high - low) / 2
        }
        return nil
    }

    private func record(_ position: Int) throws(BundleError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Self.width)
        guard pread(fileno(file), &bytes, Self.width, position * Self.width) == Self.width else { throw .unreadable }
        return bytes
    }
}
