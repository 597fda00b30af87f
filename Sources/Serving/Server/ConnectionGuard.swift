internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypes

/// A request's body did not arrive in time; thrown to whoever reads it.
struct RequestTimedOut: Error {}

/// Watches one connection, between the HTTP decoder and the server: closes it when its client is slow, and answers with
/// a problem document what the decoder refuses. One timer looks at it now and then, instead of one for each request.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private enum Phase {
        /// Waiting for the first request's head.
        case opening
        /// Waiting for the next one's.
        case idle
        /// A body is arriving.
        case reading
        /// A request has arrived; its answer has not gone out, or not wholly.
        case answering
        /// All is said, though a client still sends what nobody reads.
        case lingering
    }

    private let limits: ServerLimits
    private var phase = Phase.opening
    private var since = NIODeadline.now()
    private var isReading = false
    private var inProgress = 0
    private var held: Refusal?
    private var timer: RepeatedTask?

    init(_ limits: ServerLimits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) {
        let look = TimeAmount(min(limits.headTime, limits.idleTime, limits.requestTime, limits.lingerTime) / 4)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleRepeatedTask(initialDelay: look, delay: look) { _ in
            let (this, context) = bound.value
            this.look(context)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            inProgress += 1
            isReading = true
            enter(.reading)
            if inProgress == 1, head.headerFields[.expect]?.lowercased() == "100-continue" {
                context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
            }
        case .body: break
        case .end:
            isReading = false
            enter(inProgress > 0 ? .answering : .idle)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part = unwrapOutboundIn(data)
        context.write(data, promise: promise)
        guard case .end = part else {
            if !isReading { enter(.answering) }
            return
        }
        inProgress -= 1
        guard inProgress == 0 else { return }
        enter(isReading ? .lingering : .idle)
        if let held { refuse(held, context) }
    }

    /// The server has said its last word (`Connection: close`, shutdown): the client gets a moment to close too.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if mode == .output { enter(.lingering) }
        context.close(mode: mode, promise: promise)
    }

    /// What breaks a body is told to its reader; what breaks a head is answered here, behind the answers before it.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError, !isReading else { return context.fireErrorCaught(error) }
        let refusal = error == .headerOverflow ? Refusal.headTooLarge : .malformedRequest
        if inProgress == 0 { refuse(refusal, context) } else { held = refusal }
    }

    private func enter(_ next: Phase) {
        phase = next
        since = .now()
    }

    private func look(_ context: ChannelHandlerContext) {
        let patience =
            switch phase {
            case .opening: limits.headTime
            case .idle: limits.idleTime
            case .reading, .answering: limits.requestTime
            case .lingering: limits.lingerTime
            }
        guard NIODeadline.now() - since > TimeAmount(patience) else { return }
        switch phase {
        case .reading:
            enter(.lingering)
            context.fireErrorCaught(RequestTimedOut())
        // A handler at work has deadlines of its own; only a client that takes nothing of its answer is cut off.
        case .answering where context.channel.isWritable: since = .now()
        default: context.close(promise: nil)
        }
    }

    /// Answers for the server, which never sees the request, and says that nothing more comes.
    private func refuse(_ refusal: Refusal, _ context: ChannelHandlerContext) {
        held = nil
        enter(.lingering)
        let (head, body) = PlainRefusal.parts(refusal)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(mode: .output, promise: nil)
    }
}
