import Contracts
import JSON
import Testing
import Values

/// What is told of terms while they are written.
@Suite struct TermsReviewTests {
    private static func review(_ changes: [(String, JSONDocument)] = []) throws -> TermsReview {
        var draft = try JSONDocument(
            parsing: Array(
                """
                {"calendar":"none","contract":{"number":"A-1","title":"t","buyer":"b","supplier":"s","currency":"CNY",
                "price":"1000.00","signedOn":"2024-01-10","installments":[
                {"id":"p1","label":"首付","kind":"advance","amount":{"fixed":"400.00"},"when":{"event":"signed"}},
                {"id":"p2","label":"尾款","kind":"milestone","amount":{"fixed":"600.00"},"when":{"event":"accepted"}}]}}
                """.utf8))
        for (place, value) in changes { draft[place] = value }
        return TermsReview(draft)
    }

    @Test func soundTermsAddUp() throws {
        let review = try Self.review()
        #expect(review.problems.isEmpty)
        #expect(review.sum == review.price && review.gross.map { $0?.description } == ["400.00", "600.00"])
    }

    @Test func anOpenTextIsAMissingFieldAndTheSumsGoOn() throws {
        let review = try Self.review([("/contract/title", .string("")), ("/contract/price", .string("1200.00"))])
        #expect(review.problems.map(\.pointer).contains("/contract/title"))
        #expect(review.problems.contains { $0.code == .grossDiffers })
        #expect(review.sum?.description == "1000.00" && review.terms != nil)
    }

    @Test func whatCannotBeReadLeavesTheRest() throws {
        let review = try Self.review([("/contract/installments/1/amount/fixed", .string("sechshundert"))])
        #expect(review.problems.contains { $0.pointer == "/contract/installments/1/amount/fixed" })
        #expect(!review.isSound("/contract/installments/1") && review.isSound("/contract/installments/0"))
    }
}
