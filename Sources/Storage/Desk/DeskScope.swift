/// How a statement of the desk names the buyers that it is about, the scope being `$1`.
struct DeskScope {
    /// On the column `buyer_key`.
    let condition: String
    /// The buyers as a relation of one column.
    let buyers: String

    /// A statement of the desk, with a text of its own for all buyers, for one and for several. Of all they are found
    /// one behind the other: the desk's indexes begin with the buyer, and a range of days of each is far less than all
    /// of an index.
    static func statement(_ text: (DeskScope) -> String) -> ScopedStatement {
        ScopedStatement(
            all: text(
                DeskScope(condition: "$1::text IS NULL AND buyer_key = ANY (ARRAY\(everyBuyer))", buyers: everyBuyer)),
            one: text(DeskScope(condition: "buyer_key = $1", buyers: "(VALUES ($1::text))")),
            several: text(DeskScope(condition: "buyer_key = ANY($1::text[])", buyers: "unnest($1::text[])")))
    }

    private static let everyBuyer = """
        (WITH RECURSIVE k AS (
            (SELECT buyer_key FROM contract ORDER BY buyer_key LIMIT 1)
            UNION ALL
            SELECT (SELECT c.buyer_key FROM contract AS c WHERE c.buyer_key > k.buyer_key ORDER BY c.buyer_key LIMIT 1)
            FROM k WHERE k.buyer_key IS NOT NULL)
        SELECT buyer_key FROM k WHERE buyer_key IS NOT NULL AND $1::text IS NULL)
        """
}
