internal import HTTPTypes
public import Serving

/// The pages as a door of the server: what people open in a browser.
public enum Web {
    /// All of them.
    public static let door = Door(
        endpoints: WebPage.all.map(\.endpoint) + Asset.endpoints,
        owns: { !$0.hasPrefix("/api/") },
        language: PageLanguage.of, refuse: RefusalPage.answer)
}
