/// README.md of every bundle: what its files hold, for people. The same page as bundle-format.md of the documentation.
enum DataDictionary {
    static var bytes: [UInt8] { PackageResources.data_dictionary_md }
}
