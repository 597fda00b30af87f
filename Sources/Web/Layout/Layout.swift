internal import HTML
internal import HTTPTypes
internal import Operations
internal import Serving
internal import Values

/// What stands around every page.
struct Layout {
    let language: Language
    var actor: Actor?
    /// The part of the site that the page belongs to.
    var section: Section?
    let title: String
    /// Where the page is, for the switch of languages.
    var address = "/"
    /// What was just done.
    var notice: String?

    private var words: Words { Words(language: language) }

    func page(@Content _ content: () -> Node) -> [UInt8] {
        let body = content()
        var output = TextOutput(reservingCapacity: 32_768)
        output.write("<!DOCTYPE html>\n")
        output.write(
            element("html", .lang(language.choose("zh-CN", "en"))) {
                head
                element("body") {
                    element("a", .class("skip"), .href("#main")) { words.skipToContent }
                    header
                    element("main", .id("main")) {
                        if let notice { element("p", .class("notice"), .role("status")) { notice } }
                        body
                    }
                }
            })
        output.write("\n")
        return output.bytes
    }

    private var head: Node {
        element("head") {
            element("meta", Attribute("charset", "utf-8"))
            element("title") { "\(title) · \(words.product)" }
            element("meta", .name("viewport"), Attribute("content", "width=device-width, initial-scale=1"))
            element("meta", .name("color-scheme"), Attribute("content", "light dark"))
            element("link", Attribute("rel", "icon"), .href(Asset.icon.path), .type("image/svg+xml"))
            element("link", Attribute("rel", "stylesheet"), .href(Asset.style.path))
            element("script", Attribute("src", Asset.script.path), .flag("defer")) {}
        }
    }

    private var header: Node {
        element("header", .class("site")) {
            element("a", .class("brand"), .href("/")) { words.product }
            if let actor {
                element("nav", .aria("label", words.navigation)) {
                    element("ul") {
                        for section in Section.allCases where section.access.admits(actor) {
                            element("li") {
                                element(
                                    "a", .href(section.path), section == self.section ? .aria("current", "page") : nil
                                ) { words.name(of: section) }
                            }
                        }
                    }
                }
            }
            element("div", .class("visitor")) {
                if let actor {
                    element("a", .href("/me")) { actor.displayName.isEmpty ? actor.name : actor.displayName }
                }
                languageSwitch
                if actor != nil {
                    element("form", Attribute("method", "post"), Attribute("action", "/logout")) {
                        element("button", .class("plain")) { words.logOut }
                    }
                }
            }
        }
    }

    private var languageSwitch: Node {
        let other = language.choose("en", "zh")
        let query = "to=\(other)&back=" + percentEncoded(address)
        return element("a", .href("/language?" + query), .lang(language.choose("en", "zh-CN"))) { words.otherLanguage }
    }
}

extension Visit {
    /// The answer that is this page. What the visit before has left to tell is told once.
    func page(
        _ title: String, _ section: Section? = nil, status: HTTPResponse.Status = .ok, @Content _ content: () -> Node
    ) -> Answer {
        let notice = Notice.read(call.head.headerFields)
        let layout = Layout(
            language: language, actor: actor, section: section, title: title,
            address: call.head.method == .get ? address : "/", notice: notice)
        var answer = Answer(status: status, form: .page)
        answer.body = .bytes(layout.page(content))
        return notice == nil ? answer : answer.with(.setCookie, Notice.removing)
    }
}

extension Answer {
    /// Sends the browser on with GET, after a form was carried out: loading the next page again repeats nothing.
    static func seeOther(_ path: String, notice: String? = nil) -> Answer {
        let answer = Answer(status: .seeOther, form: .page).with(.location, path)
        return notice.map { answer.with(.setCookie, Notice.setting($0)) } ?? answer
    }
}
