/// The extension `tranche_deductions` of OCDS 1.1, for deductions and holdbacks: what a publisher puts on the web so
/// that `extensions` in a package can point to it. Its README says what each field means.
public enum OCDSExtension {
    /// Where `extension.json` stands unless a publication says otherwise; nothing is served there.
    public static let placeholder = "https://tranche.example/ocds/tranche_deductions/extension.json"

    /// The extension of the Open Contracting Partnership that `details.scale` of a supplier comes from.
    static let partyScale =
        "https://raw.githubusercontent.com/open-contracting-extensions/ocds_partyDetails_scale_extension/master/extension.json"

    /// Its three files, by their names.
    public static var files: [(name: String, bytes: [UInt8])] {
        [
            ("extension.json", PackageResources.extension_json),
            ("release-schema.json", PackageResources.release_schema_json),
            ("README.md", PackageResources.README_md),
        ]
    }
}
