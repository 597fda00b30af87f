extension Session {
    /// How many bytes are put together before they are sent.
    private static let chunk = 1 << 16

    /// Runs `COPY … FROM STDIN`, calling `more` for rows until it returns false, and returns how many were stored.
    /// Rows are sent as the server takes them, so memory stays bounded. An error stores nothing.
    public nonisolated(nonsending) func copyIn(
        _ statement: Statement, deadline: Deadline? = nil,
        _ more: nonisolated(nonsending) (inout CopyBuffer) async throws -> Bool
    ) async throws -> Int {
        try await ensureBegun(limit(deadline))
        try await noting { () throws(PostgresError) in
            try await self.wire.startCopy(statement, .toServer, deadline: self.limit(deadline))
        }
        var buffer = CopyBuffer()
        do {
            while try await more(&buffer) {
                if buffer.bytes.count < Self.chunk { continue }
                try await wire.putCopy(buffer.bytes, deadline: self.limit(deadline))
                buffer.clear()
            }
            if !buffer.bytes.isEmpty { try await wire.putCopy(buffer.bytes, deadline: self.limit(deadline)) }
        } catch {
            // The server answers a refused COPY with an error, which is what is wanted here.
            _ = try? await wire.endCopy(refusing: "given up", commits: false, deadline: .after(.seconds(1)))
            if wire.isCopying { wire.close() }
            throw error
        }
        return try await noting { () throws(PostgresError) in
            try await self.wire.endCopy(refusing: nil, commits: self.begin == nil, deadline: self.limit(deadline))
        }
    }

    /// Runs `COPY … TO STDOUT` and hands over the bytes in chunks of whole lines (text format) of about 64 KiB;
    /// the server waits while `take` is busy. When `take` throws, the connection is closed.
    public nonisolated(nonsending) func copyOut(
        _ statement: Statement, deadline: Deadline? = nil,
        _ take: nonisolated(nonsending) ([UInt8]) async throws -> Void
    ) async throws {
        try await ensureBegun(limit(deadline))
        try await noting { () throws(PostgresError) in
            try await self.wire.startCopy(statement, .fromServer, deadline: self.limit(deadline))
        }
        do {
            while true {
                let (chunk, isAtEnd) = try await noting { () throws(PostgresError) in
                    try await self.wire.takeCopy(deadline: self.limit(deadline))
                }
                if !chunk.isEmpty { try await take(chunk) }
                if isAtEnd { return }
            }
        } catch {
            if wire.isCopying { wire.close() }
            throw error
        }
    }
}
