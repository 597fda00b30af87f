import HTTPTypes
import TestSupport
import Testing
import Values

@testable import API
@testable import Serving

/// The conventions that are functions of a field or two.
@Suite struct ConventionTests {
    @Test(arguments: ["a", "2026-11-21.x_Y-9", String(repeating: "z", count: 64)])
    func requestIDsOfClientsAreKept(_ text: String) {
        #expect(RequestID(text).text == text)
    }

    @Test(arguments: [nil, "", "a b", "a\"b", "号", String(repeating: "z", count: 65)])
    func otherRequestIDsAreReplaced(_ text: String?) {
        let made = RequestID(text).text
        #expect(made != text && made.utf8.count == 16 && made != RequestID(text).text)
    }

    @Test(arguments: [
        (nil, Language.chinese), ("", .chinese), ("en", .english), ("EN-gb", .english), ("zh", .chinese),
        ("fr, en;q=0.3", .english), ("zh-CN,zh;q=0.9,en;q=0.8", .chinese), ("en;q=0.8, zh;q=0.9", .chinese),
        ("en, zh", .chinese), ("en;q=x", .chinese), ("de", .chinese), ("en;q=0", .chinese),
    ])
    func theLanguageIsChineseUnlessEnglishIsPreferred(_ field: String?, _ language: Language) {
        #expect(Negotiation.language(field) == language)
    }

    @Test(arguments: [
        (nil, true), ("*/*", true), ("application/json", true), ("application/*;q=0.1", true),
        ("text/html", false), ("text/html, */*;q=0.1", true), ("application/json;q=0, */*", false), ("", false),
    ])
    func acceptLetsThroughOrNot(_ field: String?, _ isThrough: Bool) {
        #expect(Negotiation.accepts(field, mediaType: "application/json") == isThrough)
    }

    @Test(arguments: [
        ("10.0.0.9", nil, "10.0.0.9"), ("10.0.0.9", "1.2.3.4", "10.0.0.9"), ("10.0.0.1", "1.2.3.4", "1.2.3.4"),
        ("10.0.0.1", "6.6.6.6, 1.2.3.4", "1.2.3.4"), ("10.0.0.1", "1.2.3.4, 10.0.0.2", "1.2.3.4"),
        ("10.0.0.1", "10.0.0.2", "10.0.0.1"), ("10.0.0.1", nil, "10.0.0.1"),
    ])
    func onlyTrustedProxiesSayWhoTheirClientIs(_ peer: String, _ forwarded: String?, _ address: String) {
        var fields = HTTPFields()
        fields[.forwardedFor] = forwarded
        #expect(ClientAddress(trusting: ["10.0.0.1", "10.0.0.2"]).of(peer: peer, fields) == address)
    }

    @Test func whatAProxyPassedOnIsNotLocal() {
        #expect(ClientAddress.isLocal(peer: "127.0.0.1", [:]) && ClientAddress.isLocal(peer: "::1", [:]))
        #expect(!ClientAddress.isLocal(peer: "10.0.0.1", [:]))
        #expect(!ClientAddress.isLocal(peer: "127.0.0.1", [.forwardedFor: "127.0.0.1"]))
        #expect(!ClientAddress.isLocal(peer: "127.0.0.1", [.forwarded: "for=127.0.0.1"]))
    }

    @Test func aCookieIsFoundAmongOthers() {
        let cookie = SessionCookie(isSecure: false)
        #expect(cookie.value(in: "a=b; tranche=trs_x=1 ; tranche2=y") == "trs_x=1")
        #expect(cookie.value(in: "xtranche=1; tranche") == nil)
        #expect(cookie.setting("T") == "tranche=T; Path=/; HttpOnly; SameSite=Lax")
        let secure = SessionCookie(isSecure: true)
        #expect(secure.setting("T") == "__Host-tranche=T; Path=/; HttpOnly; SameSite=Lax; Secure")
        #expect(secure.removing == "__Host-tranche=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure")
    }

    @Test func percentCodingComesBack() {
        var generator = SeededGenerator(named: "percent-coding")
        let scalars = "aZ0-._~ +/?&=%#\"眉山😀"
        for _ in 0..<500 {
            let text = String(
                (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in
                    scalars.randomElement(using: &generator)
                })
            #expect(percentDecoded(percentEncoded(text)[...]) == text)
        }
        #expect(percentDecoded("a+b", plusIsSpace: true) == "a b" && percentDecoded("a+b") == "a+b")
        for broken in ["%", "%4", "%zz", "%ff", "%e7%9c", "a%00"] {
            #expect(percentDecoded(broken[...]) == nil, "\(broken)")
        }
    }

    @Test func cursorsComeBackAndNothingElseIsOne() {
        var generator = SeededGenerator(named: "cursors")
        for _ in 0..<500 {
            let keys = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                String(
                    (0..<Int.random(in: 0...8, using: &generator)).compactMap { _ in
                        "ab\"\\眉\u{1}".randomElement(using: &generator)
                    })
            }
            let text = Cursor(keys: keys).text
            #expect(Cursor(text: text)?.keys == keys)
            #expect(text.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "+") })
            #expect(Cursor(text: text + "A") == nil)
        }
        for other in ["", "x", "W10", Base64.forURLs.text("{}".utf8), Base64.forURLs.text("[1]".utf8)] {
            #expect(Cursor(text: other) == nil, "\(other)")
        }
    }

    @Test func theNextPageKeepsTheQuery() {
        let link = Page.link(
            path: "/api/v1/contracts", query: [("q", "市 民"), ("cursor", "old"), ("limit", "2")], after: ["A/1"])
        let cursor = Cursor(keys: ["A/1"]).text
        #expect(link == "</api/v1/contracts?q=%E5%B8%82%20%E6%B0%91&limit=2&cursor=\(cursor)>; rel=\"next\"")
    }
}
