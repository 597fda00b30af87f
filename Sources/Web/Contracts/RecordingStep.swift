internal import Serving

/// Where somebody is on the way to recording something: the name and values of the buttons.
enum RecordingStep: String {
    /// Typed; to be shown with what it changes.
    case preview
    /// Seen; to be recorded.
    case save
    /// Seen; to be typed differently.
    case edit

    static let name = "step"
    /// The name of the field with the contract's version that the preview was computed from.
    static let version = "version"

    init(_ form: FormData) { self = form[Self.name].flatMap(RecordingStep.init) ?? .preview }
}
