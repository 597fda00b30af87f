/// A result that does not fit 64 bits of fen (or of days): never wrapped, never trapped (payable.md, section 1).
public struct Overflow: Error, Equatable, Sendable {
    /// There is nothing to tell but that it did not fit.
    @inlinable public init() {}
}
