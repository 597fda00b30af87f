internal import Audit

extension BundleVerification {
    func readDocument(_ hash: ContentHash) throws(BundleError) {
        while try reader.read() != nil {}
        if reader.hash != hash { fault(.documentDiffers, reader.path, reader.hash.description) }
        if namedDocuments[hash] == nil { fault(.fileUnexpected, reader.path) }
        if seenDocuments.insert(hash).inserted { report.counts.documents += 1 }
    }

    func readManifest(_ bytes: [UInt8]) {
        guard let manifest = Manifest(bytes) else { return fault(.fileMalformed, reader.path) }
        compareFiles(manifest.files)
        if manifest.contracts != contracts { fault(.manifestDiffers, reader.path, "contracts") }
        let point = manifest.checkpoint
        if point.origin != checkpoint?.origin || point.size != checkpoint?.size || point.root != checkpoint?.root {
            fault(.manifestDiffers, reader.path, "checkpoint")
        }
        compareDocuments(Set(manifest.missingDocuments))
    }

    private func compareFiles(_ listed: [Manifest.ListedFile]) {
        guard listed != files else { return }
        let found = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        for file in listed where found[file.path] != file {
            fault(found[file.path] == nil ? .fileMissing : .manifestDiffers, file.path)
        }
        let known = Set(listed.map(\.path))
        for file in files where !known.contains(file.path) { fault(.fileUnexpected, file.path) }
        if report.isFine { fault(.manifestDiffers, reader.path, "order") }
    }

    private func compareDocuments(_ declared: Set<ContentHash>) {
        let missing = namedDocuments.filter { !seenDocuments.contains($0.key) }
        for hash in missing.keys.sorted(by: { $0.description < $1.description }) where !declared.contains(hash) {
            fault(.documentMissing, BundleFile.document(hash).path)
        }
        for hash in declared where missing[hash] == nil { fault(.manifestDiffers, reader.path, "missingDocuments") }
        if !missing.isEmpty {
            report.notices.append(.documentsMissing(missing.count, recorded: missing.values.count { $0 }))
        }
    }
}
