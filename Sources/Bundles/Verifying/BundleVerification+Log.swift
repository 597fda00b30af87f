internal import Audit

extension BundleVerification {
    func readHead(_ bytes: [UInt8]) {
        head = BundleHead(bytes)
        if head == nil { fault(.fileMalformed, reader.path) }
        if options.requiresWholeLog, head?.scope != .log { fault(.logIncomplete, reader.path) }
    }

    func readCheckpoint(_ bytes: [UInt8]) {
        do throws(NoteError) {
            let read = try SignedNote(reading: bytes)
            note = read
            checkpoint = try Checkpoint(reading: read.text)
            report.checkpoint = checkpoint
        } catch { fault(.checkpointRefused, reader.path, error.rawValue) }
    }

    func readEarlier(_ size: Int, _ bytes: [UInt8]) {
        do throws(NoteError) {
            let read = try SignedNote(reading: bytes)
            let checkpoint = try Checkpoint(reading: read.text)
            guard checkpoint.size == size, earlierNotes.count < options.limits.versions else {
                return fault(.fileMalformed, reader.path)
            }
            earlierNotes.append((reader.path, read))
        } catch { fault(.checkpointRefused, reader.path, error.rawValue) }
    }

    func readKey(_ number: Int, _ bytes: [UInt8]) {
        guard bytes.last == 0x0A, let text = String(validating: bytes.dropLast(), as: UTF8.self),
            let key = try? VerifierKey(text), number == keys.count + 1, keys.count < 100
        else { return fault(.fileMalformed, reader.path) }
        keys.append(key)
    }

    func readPEM(_ number: Int, _ bytes: [UInt8]) {
        guard keys.indices.contains(number - 1), Array(keys[number - 1].pem.utf8) == bytes else {
            return fault(.keyDiffers, reader.path)
        }
    }

    /// The signatures of the checkpoint and of all older ones, by the keys that were brought along, else by the
    /// bundle's own.
    private func verifySignatures() {
        let trusted = options.keys.isEmpty ? keys : options.keys
        if options.keys.isEmpty, let own = keys.first { report.notices.append(.keyFromBundle(own)) }
        if let note {
            do throws(NoteError) {
                report.counts.signatures = try Checkpoint.verified(note, by: trusted).signatures.count
            } catch { fault(.checkpointRefused, BundleFile.checkpoint.path, error.rawValue) }
        }
        // Strangers' signatures mean nothing, and a bundle is complete: it lists whoever signed.
        for (place, note) in (note.map { [(BundleFile.checkpoint.path, $0)] } ?? []) + earlierNotes
        where note.signatures.count != (try? note.verified(by: keys))?.count {
            fault(.keyDiffers, place)
        }
        for (position, key) in keys.enumerated() where !hasSigned(key) {
            fault(.keyDiffers, BundleFile.key(position + 1).path)
        }
        // What was signed before a key was changed is signed by a key that only the bundle may know: it proves no less.
        for (place, older) in earlierNotes { addOlder(place, older, by: trusted + keys) }
        for (position, older) in options.checkpoints.enumerated() {
            addOlder("--checkpoint \(position + 1)", older, by: trusted)
        }
    }

    private func addOlder(_ place: String, _ note: SignedNote, by known: [VerifierKey]) {
        do throws(NoteError) {
            let older = try Checkpoint.verified(note, by: known).checkpoint
            guard older.origin == checkpoint?.origin else {
                return fault(.checkpointRefused, place, ExtensionRefusal.originDiffers.rawValue)
            }
            earlier.append(OlderCheckpoint(place: place, checkpoint: older))
        } catch { fault(.checkpointRefused, place, error.rawValue) }
    }

    /// Whether a key of the bundle signed one of its checkpoints: others have no business there.
    private func hasSigned(_ key: VerifierKey) -> Bool {
        ((note.map { [$0] } ?? []) + earlierNotes.map(\.note)).contains { (try? $0.verified(by: [key])) != nil }
    }

    /// Computes the root from the lines, from left to right, and the roots that the log had when it was smaller.
    func readLog() throws(BundleError) {
        verifySignatures()
        var lines = LineReader(reader, most: 200)
        guard try lines.next() == LogLine.header else { return fault(.fileMalformed, reader.path) }
        var frontier = Frontier()
        compareOlder(frontier)
        while let text = try lines.next() {
            guard let line = LogLine(text) else {
                return fault(.fileMalformed, "\(reader.path):\(lines.number)")
            }
            do throws(LogError) { try append(line, to: &frontier) } catch {
                return fault(.logMisplaced, "\(reader.path):\(lines.number)", error.rawValue)
            }
            if case .entry(let index, let hash) = line { try leaves.append(index, hash) }
            compareOlder(frontier)
        }
        if !lines.isWhole { fault(.fileMalformed, reader.path) }
        try leaves.flush()
        judge(frontier)
    }

    private func append(_ line: LogLine, to frontier: inout Frontier) throws(LogError) {
        switch line {
        case .entry(let index, let hash):
            guard index == frontier.size else { throw .subtreeMisplaced }
            try frontier.append(hash)
        case .subtree(let node):
            if head?.scope == .log { fault(.logIncomplete, reader.path) }
            guard node.subtree.entries.lowerBound == frontier.size else { throw .subtreeMisplaced }
            try frontier.append(node.hash, level: node.subtree.level)
        }
    }

    private func compareOlder(_ frontier: Frontier) {
        for position in earlier.indices where earlier[position].checkpoint.size == frontier.size {
            earlier[position].isShown = true
            if earlier[position].checkpoint.root == frontier.root {
                report.counts.olderCheckpoints += 1
            } else {
                fault(.historyRewritten, earlier[position].place, String(frontier.size))
            }
        }
    }

    private func judge(_ frontier: Frontier) {
        guard let checkpoint else { return }
        if frontier.size != checkpoint.size {
            fault(.logSizeDiffers, reader.path, String(frontier.size))
        } else if frontier.root != checkpoint.root {
            fault(.logRootDiffers, reader.path, frontier.root.description)
        }
        for older in earlier where !older.isShown {
            let isLarger = older.checkpoint.size > checkpoint.size
            fault(isLarger ? .logShrank : .consistencyNotShown, older.place, String(older.checkpoint.size))
        }
    }
}
