public import Values

/// Who publishes an OCDS package, when and under which names (OCDS 1.1, package metadata). URIs are written as given.
public struct OCDSPublication: Sendable {
    /// Identifies this package; best where a copy of it will stand.
    public var uri: String
    public var publisher: OCDSPublisher
    /// When the package's contents last changed.
    public var publishedAt: Instant
    /// The prefix that the Open Contracting Partnership gave the publisher, such as `ocds-a1b2c3`.
    public var ocidPrefix: String
    /// Where the publisher put `extension.json` of ``OCDSExtension``.
    public var extensionURL = OCDSExtension.placeholder
    /// The licence's URI.
    public var license: String?
    /// The URI of the publisher's publication policy.
    public var publicationPolicy: String?

    /// A publication without licence and policy, with the placeholder for the extension's address.
    public init(uri: String, publisher: OCDSPublisher, publishedAt: Instant, ocidPrefix: String) {
        self.uri = uri
        self.publisher = publisher
        self.publishedAt = publishedAt
        self.ocidPrefix = ocidPrefix
    }

    /// The Open Contracting ID of a contract's process: prefix, hyphen, the number with all but unreserved characters
    /// (RFC 3986) percent-encoded, so that different numbers never give one id.
    public func ocid(of number: String) -> String {
        var output = TextOutput()
        output.write(text: ocidPrefix + "-")
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in number.utf8 {
            if Self.unreserved.contains(byte) {
                output.write(byte: byte)
            } else {
                output.write("%")
                output.write(byte: digits[Int(byte >> 4)])
                output.write(byte: digits[Int(byte & 15)])
            }
        }
        return output.text
    }

    private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
}

/// The organisation that publishes a package.
public struct OCDSPublisher: Sendable {
    public var name: String
    /// The register that ``uid`` comes from; nil where it has none.
    public var scheme: String?
    public var uid: String?
    public var uri: String?

    /// A publisher without an entry in a register.
    public init(name: String) { self.name = name }
}
