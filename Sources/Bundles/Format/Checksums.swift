internal import Audit
internal import Values

/// SHA256SUMS, as `sha256sum -c` reads it: every other file with its hash, in the order of the archive.
enum Checksums {
    static func bytes(_ files: [Manifest.ListedFile]) -> [UInt8] {
        var output = TextOutput(reservingCapacity: 120 * files.count)
        for file in files {
            output.write(text: file.sha256.description)
            output.write("  ")
            output.write(text: file.path)
            output.write("\n")
        }
        return output.bytes
    }
}
