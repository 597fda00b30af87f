extension Route {
    /// Every call of the interface (api.md, section 3), one file a resource.
    static let all = sessions + departments + accounts + tokens + contracts + operation
}
