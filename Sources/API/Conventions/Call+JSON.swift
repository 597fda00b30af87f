internal import Contracts
internal import JSON
internal import NIOCore
internal import Serving

extension Call {
    /// The members of the body that `read` asks for; throws everything that is wrong with them, unknown ones included.
    func object<Value>(_ read: (inout ObjectReader) -> Value) throws -> Value {
        try object(Array(body.readableBytesView), read)
    }

    /// The same of what is left of the body.
    func object<Value>(_ bytes: [UInt8], _ read: (inout ObjectReader) -> Value) throws -> Value {
        var parser = JSONParser(deepest: server.configuration.limits.jsonDepth)
        let parsed = try bytes.withUnsafeBufferPointer { buffer in
            try parser.parse(buffer) { root throws(Problems) in
                var reader = ObjectReader(root)
                let value = read(&reader)
                try reader.check()
                return value
            }
        }
        switch parsed {
        case .success(let value): return value
        case .failure(let error): throw Refusal.malformedJSON(error)
        }
    }

    /// The body as it came, for use cases that read JSON of their own; it is JSON, and not too deep.
    func json() throws -> [UInt8] {
        var parser = JSONParser(deepest: server.configuration.limits.jsonDepth)
        let bytes = Array(body.readableBytesView)
        if case .failure(let error) = bytes.withUnsafeBufferPointer({ parser.parse($0) { _ in } }) {
            throw Refusal.malformedJSON(error)
        }
        return bytes
    }
}
