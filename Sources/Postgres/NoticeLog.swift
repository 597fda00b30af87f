internal import CLibPQ

/// What a connection's notices told, kept for the operation under way.
/// `@unchecked Sendable`: libpq calls the receiver only inside calls that are made under the lock of the Wire.
final class NoticeLog: @unchecked Sendable {
    /// Whether the wait of a synchronous commit was cancelled: the commit is only durable here.
    /// The function's name is compared, since the code is a plain 01000 and the text is translated.
    var isCommitCancelled = false

    /// Makes libpq report to this log instead of stderr.
    func attach(to connection: OpaquePointer) {
        PQsetNoticeReceiver(connection, { argument, result in
            guard let argument, let function = PQresultErrorField(result, Int32(UInt8(ascii: "R"))) else { return }
            if String(cString: function) == "SyncRepWaitForLSN" {
                Unmanaged<NoticeLog>.fromOpaque(argument).takeUnretainedValue().isCommitCancelled = true
            }
        }, Unmanaged.passUnretained(self).toOpaque())
    }
}
