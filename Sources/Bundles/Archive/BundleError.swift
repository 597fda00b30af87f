/// Why a bundle cannot be written or read at all; what is wrong with one that can be read is a ``BundleFault``. The
/// codes are never renamed.
public enum BundleError: String, CaseIterable, Error, Sendable {
    /// The file is not there or may not be read.
    case unreadable = "bundle-unreadable"
    /// No ZIP archive, or a damaged one.
    case damaged = "bundle-damaged"
    /// An archive that does not begin as a bundle does.
    case notABundle = "bundle-not-a-bundle"
    /// More files than a bundle may have.
    case tooManyFiles = "bundle-too-many-files"
    /// More bytes than a bundle, or one of its files, may have.
    case tooLarge = "bundle-too-large"
    /// Unpacks to too many times its own size.
    case ratio = "bundle-ratio"
    /// A folder, a link, an encrypted file, a name that is no name: nothing that a bundle holds.
    case strangeFile = "bundle-strange-file"
    /// Whoever takes the bytes cannot, or there is no room for a temporary file.
    case unwritable = "bundle-unwritable"
    /// What is added does not belong there, or not there any more.
    case outOfOrder = "bundle-out-of-order"
    /// A figure of the contract cannot be computed.
    case uncomputable = "bundle-uncomputable"
}
