internal import Audit
internal import HTTPTypes
internal import JSON
internal import NIOCore
internal import Operations
internal import Serving
internal import Values

extension Route {
    /// The journal as a transparency log: what an auditor or a witness asks for.
    static let journal = [logEntries, checkpoint, inclusionProof, consistencyProof]

    private static let note = "text/plain; charset=utf-8"
    private static let lines = "application/x-ndjson"
    private static let sizes = 0...Subtree.largestLog

    private static let logEntries = Route(
        method: .get, path: "/api/v1/journal",
        summary: "The entries of the log from left to right, one JSON object a line.", tag: .audit,
        access: .permission(.readContracts),
        parameters: [
            .query("after", .integer(sizes), "Only those behind this place; from the first where it is missing."),
            .query("limit", .integer(1...100_000), "How many at most; 1,000 where it is missing."),
        ],
        answers: [
            Success(
                status: .ok,
                description:
                    "Lines of `index`, `leaf` and, of contracts that the caller may read, `contract`, `number`, `entry`.",
                content: .files([lines]))
        ]
    ) { call in
        let (after, limit) = try call.query { ($0.integer("after", in: sizes), $0.integer("limit", in: 1...100_000)) }
        let (workspace, caller, start) = (call.workspace, try call.caller(), (after ?? -1) + 1)
        let first = try await workspace.logEntries(from: start, limit: min(limit ?? 1000, 1000), by: caller)
        var answer = Answer(status: .ok, form: .file)
        answer.body = .stream { take in
            var (page, left) = (first, limit ?? 1000)
            while let last = page.last {
                try await take(page.reduce(into: TextOutput()) { $0.write(line: $1) }.bytes)
                left -= page.count
                guard left > 0 else { return }
                page = try await workspace.logEntries(from: last.index + 1, limit: min(left, 1000), by: caller)
            }
        }
        return answer.with(.contentType, lines)
    }

    private static let checkpoint = Route(
        method: .get, path: "/api/v1/journal/checkpoint",
        summary: "A signed checkpoint of the log (C2SP tlog-checkpoint).", tag: .audit,
        access: .permission(.readContracts),
        parameters: [
            .query("size", .integer(sizes), "The one of this size; the newest where it is missing."),
            .query(
                "from", .integer(sizes),
                "For a witness: the newest one behind the proof that it extends the log of this size (C2SP tlog-witness)."
            ),
        ],
        answers: [Success(status: .ok, description: "The signed note.", content: .text(mediaType: note))],
        refusals: [.notFound]
    ) { call in
        let (size, from) = try call.query { ($0.integer("size", in: sizes), $0.integer("from", in: sizes)) }
        var answer = Answer(status: .ok, form: .text)
        let caller = try call.caller()
        if let from {
            answer.body = .bytes(try await call.workspace.checkpointOffer(from: from, by: caller).bytes)
        } else {
            answer.body = .bytes(try await call.workspace.checkpoint(ofSize: size, by: caller).bytes)
        }
        return answer
    }

    private static let inclusionProof = Route(
        method: .get, path: "/api/v1/journal/proof",
        summary: "The proof that an entry is in the log (RFC 9162, 2.1.3).", tag: .audit,
        access: .permission(.readContracts),
        parameters: [
            .query("entry", .integer(sizes), "Its place in the log, from 0."),
            .query("contract", .text(1...200), "Instead of the place: its contract …"),
            .query("number", .integer(1...Int(Int32.max)), "… and its number within it."),
            .query("size", .integer(sizes), "Of the log; the newest checkpoint's where it is missing."),
        ],
        answers: [
            Success(status: .ok, description: "The proof.", content: .json(.reference(.inclusionProof)))
        ],
        refusals: [.notFound]
    ) { call in
        let (place, size) = try call.query { query in
            let number = query.integer("number", in: 1...Int(Int32.max))
            let entry = query.text("contract").flatMap { contract in
                number.map { LogPlace.entry(contract: contract, number: $0) }
            }
            return (query.integer("entry", in: sizes).map { .index($0) } ?? entry, query.integer("size", in: sizes))
        }
        guard let place else { throw Refusal.parameters([ParameterProblem(name: "entry", code: .integer)]) }
        let proof = try await call.workspace.inclusionProof(of: place, in: size, by: try call.caller())
        return Answer.json { output in
            output.write(object: [
                "index": .integer(proof.index), "leaf": .text("\(proof.leaf)"), "size": .integer(proof.size),
                "hashes": .texts(proof.hashes.map(\.description)),
            ])
        }
    }

    private static let consistencyProof = Route(
        method: .get, path: "/api/v1/journal/consistency",
        summary: "The proof that the log of one size begins with that of another (RFC 9162, 2.1.4).", tag: .audit,
        access: .permission(.readContracts),
        parameters: [
            .query("from", .integer(sizes), "The smaller size. Must be there."),
            .query("to", .integer(sizes), "The larger one. Must be there."),
        ],
        answers: [
            Success(
                status: .ok, description: "The proof.",
                content: .json(.object([.required("hashes", .array(.text(Schema.Text(pattern: hashPattern))))])))
        ],
        refusals: [.notFound]
    ) { call in
        let (from, to) = try call.query { ($0.integer("from", in: sizes), $0.integer("to", in: sizes)) }
        guard let from, let to else {
            let missing = [from == nil ? "from" : nil, to == nil ? "to" : nil].compactMap { $0 }
            throw Refusal.parameters(missing.map { ParameterProblem(name: $0, code: .integer) })
        }
        let hashes = try await call.workspace.consistencyProof(from: from, to: to, by: try call.caller())
        return Answer.json { $0.write(object: ["hashes": .texts(hashes.map(\.description))]) }
    }

    private static let hashPattern = "^[0-9a-f]{64}$"
}

extension TextOutput {
    /// The entry stands in the line as it is stored: canonical JSON, byte for byte.
    fileprivate mutating func write(line entry: ReadLogEntry) {
        write(object: [
            "index": .integer(entry.index), "leaf": .text("\(entry.leaf)"),
            "contract": entry.content.map { .text($0.contract) }, "number": entry.content.map { .integer($0.number) },
            "entry": entry.content.map { .raw($0.bytes) },
        ])
        write("\n")
    }
}

extension Schema.Component {
    fileprivate static let inclusionProof = Schema.Component(
        name: "InclusionProof", description: "That an entry is in the log.",
        schema: .object([
            .required("index", .integer(), "Its place in the log, from 0."),
            .required("leaf", .text(), "Its leaf hash."),
            .required("size", .integer(), "Of the log that the proof is for."),
            .required("hashes", .array(.text()), "From the bottom to the root."),
        ]))
}
