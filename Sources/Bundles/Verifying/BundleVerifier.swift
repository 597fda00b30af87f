internal import Glibc

/// Verifies a bundle: that nothing was altered, removed or slipped in, and that every figure follows from the entries.
public enum BundleVerifier {
    /// Reads and checks everything once, from front to back. Throws where the file cannot be read as a bundle or goes
    /// beyond the limits; what is wrong with a readable one is in the report.
    public static func verify(
        _ path: String, _ options: VerificationOptions = VerificationOptions()
    ) throws(BundleError) -> VerificationReport {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .unreadable }
        let reader = try ArchiveReader(path: path, fileSize: Int(status.st_size), limits: options.limits)
        return try BundleVerification(reader, options).run()
    }
}
