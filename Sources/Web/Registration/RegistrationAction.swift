/// What a button of the form asks for.
enum RegistrationAction: Equatable, Sendable {
    /// Take over what was typed and stay.
    case apply
    /// Go on, if nothing here is wrong.
    case next
    /// Go there, whatever is still open here; `isStrict` shows all that is wrong there.
    case show(RegistrationView, isStrict: Bool)
    case add(String)
    case remove(String)
    case move(String, Int)
    case copy(String)
    case addItem(String)
    case splitPrice
    case download
    case save

    /// The name of the buttons.
    static let name = "go"

    init(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        let place = parts.count == 2 ? parts[1] : ""
        switch parts.first {
        case "next": self = .next
        case "show": self = RegistrationView(code: place).map { .show($0, isStrict: false) } ?? .apply
        case "mend": self = RegistrationView(code: place).map { .show($0, isStrict: true) } ?? .apply
        case "add": self = .add(place)
        case "remove": self = .remove(place)
        case "up": self = .move(place, -1)
        case "down": self = .move(place, 1)
        case "copy": self = .copy(place)
        case "item": self = .addItem(place)
        case "split": self = .splitPrice
        case "download": self = .download
        case "save": self = .save
        default: self = .apply
        }
    }

    /// The value of its button.
    var text: String {
        switch self {
        case .apply: "apply"
        case .next: "next"
        case .show(let view, let isStrict): (isStrict ? "mend=" : "show=") + view.code
        case .add(let place): "add=" + place
        case .remove(let place): "remove=" + place
        case .move(let place, let distance): (distance < 0 ? "up=" : "down=") + place
        case .copy(let place): "copy=" + place
        case .addItem(let place): "item=" + place
        case .splitPrice: "split"
        case .download: "download"
        case .save: "save"
        }
    }
}
