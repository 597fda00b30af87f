internal import HTML

extension FilledForm {
    /// What was typed and seen, with the buttons that record it, change it, or leave it for another page. It goes to
    /// `action` with the contract's version that the preview was computed from.
    func recording(
        action: String, version: Int, leaving place: String, in words: Words, isDanger: Bool = false, _ record: String
    ) -> Node {
        element(
            "form", Attribute("method", "post"), Attribute("action", action),
            Attribute("enctype", "multipart/form-data")
        ) {
            hidden
            element("input", .type("hidden"), .name(RecordingStep.version), .value(String(version)))
            element("div", .class("buttons")) {
                element(
                    "button", .class(isDanger ? "danger" : "primary"), .name(RecordingStep.name),
                    .value(RecordingStep.save.rawValue)
                ) { record }
                element("button", .name(RecordingStep.name), .value(RecordingStep.edit.rawValue)) { words.change }
                element("a", .class("button"), .href(place)) { words.cancel }
            }
        }
    }
}
