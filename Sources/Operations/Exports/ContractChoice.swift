/// Whose contracts an export takes.
public enum ContractChoice: Equatable, Sendable {
    /// These, by their numbers.
    case contracts([String])
    /// All of a department.
    case department(String)
    /// All that the caller sees.
    case all

    /// The name of the department where one is chosen.
    var department: String? {
        if case .department(let name) = self { name } else { nil }
    }

    var numbers: [String]? {
        if case .contracts(let numbers) = self { numbers } else { nil }
    }

    /// For the journal of the office.
    var words: String {
        switch self {
        case .contracts(let numbers): "contracts " + numbers.joined(separator: ", ")
        case .department(let name): "department " + name
        case .all: "all"
        }
    }
}
