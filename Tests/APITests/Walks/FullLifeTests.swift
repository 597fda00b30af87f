import DossierSupport
import Operations
import TestSupport
import Testing

/// 天府市民云 from its signing to the end of its warranty, as the Meishan bureau lives it, by the interface alone.
@Suite struct FullLifeTests {
    private static let first: [LifeStep] = [
        LifeStep(
            "2020-12-25", .fact(.officer, #""kind":"event","event":"signed""#),
            "y1-advance blocked by invoice: 718880.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2021-01-04", .invoice("y1-advance", "718880.00"),
            "y1-advance due: 718880.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2021-01-12", .fact(.officer, #""kind":"event","event":"launched""#),
            "y1-launch blocked by when invoice: 1797200.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2021-01-15", .paid("y1-advance", ["400000.00", "318880.00"], isLastReturned: true),
            "y1-advance settled: 718880.00 payable, 0.00 deducted, 718880.00 paid"),
        LifeStep(
            "2021-03-10", .fact(.officer, #""kind":"event","event":"system-acceptance""#),
            "y1-launch blocked by when invoice: 1797200.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2021-03-15", .refused("y1-launch"),
            "y1-launch blocked by when invoice: 1797200.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2021-04-20", .services(30),
            "y1-launch blocked by invoice: 1797200.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2021-04-21", .invoice("y1-launch", "1797200.00"),
            "y1-launch due: 1797200.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2021-05-06", .paid("y1-launch", ["1000000.00", "797200.00"]),
            "y1-launch settled: 1797200.00 payable, 0.00 deducted, 1797200.00 paid"),
    ]

    /// 78 costs two points of 1 % of 9,126,600.00; 76 after rectification costs four, and is final.
    private static let assessed: [LifeStep] = [
        LifeStep(
            "2022-01-05", .refused("y1-balance"),
            "y1-balance blocked by assessment invoice: 718880.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2022-01-10", .fact(.officer, #""kind":"assessment","assessment":"y1","score":"78""#),
            "y1-balance blocked by rectification invoice: 536348.00 payable, 182532.00 deducted, 0.00 paid"),
        LifeStep(
            "2022-01-11", .refused("y1-balance"),
            "y1-balance blocked by rectification invoice: 536348.00 payable, 182532.00 deducted, 0.00 paid"),
        LifeStep(
            "2022-01-25", .fact(.officer, #""kind":"assessment","assessment":"y1","score":"76","round":2"#),
            "y1-balance blocked by invoice: 353816.00 payable, 365064.00 deducted, 0.00 paid"),
        LifeStep(
            "2022-01-26", .invoice("y1-balance", "353816.00"),
            "y1-balance due: 353816.00 payable, 365064.00 deducted, 0.00 paid"),
        LifeStep(
            "2022-01-28", .paid("y1-balance", ["200000.00", "153816.00"]),
            "y1-balance settled: 353816.00 payable, 365064.00 deducted, 353816.00 paid"),
    ]

    private static let vetoed: [LifeStep] = [
        LifeStep(
            "2022-07-04", .invoice("y2-half", "1596700.00"),
            "y2-half due: 1596700.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2022-07-20", .paid("y2-half", ["1000000.00", "596700.00"]),
            "y2-half settled: 1596700.00 payable, 0.00 deducted, 1596700.00 paid"),
        LifeStep(
            "2023-01-10",
            .fact(.officer, #""kind":"assessment","assessment":"y2","score":"85","vetoed":["security"]"#),
            "y2-balance undetermined: 1596700.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2023-01-11", .refused("y2-balance"),
            "y2-balance undetermined: 1596700.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2023-02-20", .ruling("y2", deduction: "100000.00"),
            "y2-balance blocked by invoice: 1496700.00 payable, 100000.00 deducted, 0.00 paid"),
        LifeStep(
            "2023-02-24", .invoice("y2-balance", "1496700.00"),
            "y2-balance overdue: 1496700.00 payable, 100000.00 deducted, 0.00 paid"),
        LifeStep(
            "2023-02-27", .paid("y2-balance", ["496700.00", "1000000.00"], isLastReturned: true),
            "y2-balance settled: 1496700.00 payable, 100000.00 deducted, 1496700.00 paid"),
    ]

    private static let last: [LifeStep] = [
        LifeStep(
            "2023-07-03", .invoice("y3-half", "1169400.00"),
            "y3-half due: 1169400.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2023-07-20", .paid("y3-half", ["169400.00", "1000000.00"]),
            "y3-half settled: 1169400.00 payable, 0.00 deducted, 1169400.00 paid"),
        LifeStep(
            "2023-11-20", .fact(.officer, #""kind":"objection","objection":"quality""#),
            "warranty blocked by when: 359440.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2024-01-10", .fact(.officer, #""kind":"assessment","assessment":"y3","score":"92""#),
            "y3-balance blocked by invoice: 1169400.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2024-01-12", .invoice("y3-balance", "1169400.00"),
            "y3-balance due: 1169400.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2024-01-19", .paid("y3-balance", ["1000000.00", "169400.00"]),
            "y3-balance settled: 1169400.00 payable, 0.00 deducted, 1169400.00 paid"),
        LifeStep(
            "2024-01-22", .refused("warranty"),
            "warranty blocked by when: 359440.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2024-03-01", .fact(.officer, #""kind":"objection-resolved","objection":"quality""#),
            "warranty due: 359440.00 payable, 0.00 deducted, 0.00 paid"),
        LifeStep(
            "2024-03-05", .paid("warranty", ["300000.00", "59440.00"]),
            "warranty settled: 359440.00 payable, 0.00 deducted, 359440.00 paid"),
    ]

    @Test func aContractFromSigningToTheEndOfItsWarranty() async throws {
        try await TestServer.lend { server in
            var life = try await ContractLife.begin(server, number: "MS-2020-TFSMY", on: "2020-12-25")
            let terms = try #require(try JSONTree(parsing: Fixtures.bytes("Tests/Fixtures/tianfu.json"))["/contract"])
            try await life.post("/api/v1/contracts", #"{"contract":\#(terms.text)}"#, as: .officer)
            for step in Self.first + Self.assessed + Self.vetoed + Self.last { try await step.take(&life) }
            let end = try await life.compareStatement()
            #expect(end.string("/paid") == "8661536.00" && end.string("/deducted") == "465064.00")
            #expect(end.string("/outstanding") == "0.00" && end.string("/claim") == "0.00" && !end.has("/next/id"))
            #expect(life.compared > 100)
            let auditor = try await life.token(.auditor)
            let open = try await server.call("GET", "/api/v1/positions", as: auditor)
            #expect(open.count("/positions") == 0)
            let requests = try await server.pages("/api/v1/payment-requests?limit=3&state=paid", as: auditor)
            #expect(requests.compactMap { $0.count("/paymentRequests") }.reduce(0, +) == 8)
            _ = try await server.workspace.verifyJournal(of: "MS-2020-TFSMY")
        }
    }
}
