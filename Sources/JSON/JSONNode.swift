/// One value of a parsed document, 16 bytes: where its text lies and where the next value that is not inside it begins.
struct JSONNode {
    enum Kind: UInt8 { case object, array, string, number, yes, no, null }

    var kind: Kind
    /// A string with escapes, whose bytes are not its text as they stand.
    var hasEscapes: Bool
    /// First byte of the text; of a string, the one behind the quote.
    var offset: UInt32
    /// Bytes of the text; of an object or array, the number of its members or elements.
    var count: UInt32
    /// Index of the node that follows the whole of this value.
    var next: UInt32
}
