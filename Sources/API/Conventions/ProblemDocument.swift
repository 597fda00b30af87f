internal import HTTPTypes
internal import JSON
internal import Operations
internal import Values

extension Answer {
    /// The problem document of a refusal, with the fields that its status asks for. `now` is for Retry-After.
    static func problem(_ refusal: Refusal, in language: Language, isToken: Bool = false, now: Instant) -> Answer {
        var answer = Answer(status: refusal.kind.status, form: .problem)
        var output = TextOutput(reservingCapacity: 512)
        output.write(problem: refusal, in: language)
        answer.body = .bytes(output.bytes)
        switch refusal {
        case .methodNotAllowed(let allowed): answer.fields.append(HTTPField(name: .allow, value: allowed))
        case .operation(.tooManyAttempts(let end)):
            let seconds = max(1, (end.microseconds - now.microseconds + 999_999) / 1_000_000)
            answer.fields.append(HTTPField(name: .retryAfter, value: String(seconds)))
        case .malformedRequest, .requestTimedOut, .headTooLarge:
            answer.fields.append(HTTPField(name: .connection, value: "close"))
        default: break
        }
        switch refusal.kind {
        case .unavailable: answer.fields.append(HTTPField(name: .retryAfter, value: "2"))
        case .unauthenticated:
            let value = isToken ? "Bearer realm=\"tranche\", error=\"invalid_token\"" : "Bearer realm=\"tranche\""
            answer.fields.append(HTTPField(name: .wwwAuthenticate, value: value))
        default: break
        }
        answer.fields.append(HTTPField(name: .contentLanguage, value: language.rawValue))
        return answer
    }
}

extension TextOutput {
    mutating func write(problem refusal: Refusal, in language: Language) {
        write("{\"type\":")
        write(jsonString: "/problems/" + refusal.code)
        write(",\"title\":")
        write(jsonString: refusal.kind.title(in: language))
        write(",\"status\":")
        write(integer: refusal.kind.rawValue)
        if let detail = refusal.detail(in: language) {
            write(",\"detail\":")
            write(jsonString: detail)
        }
        let errors = refusal.errors(in: language)
        if !errors.isEmpty {
            write(",\"errors\":")
            write(list: errors) { output, error in
                switch error.place {
                case .pointer(let pointer):
                    output.write("{\"pointer\":")
                    output.write(jsonString: pointer)
                case .parameter(let name):
                    output.write("{\"parameter\":")
                    output.write(jsonString: name)
                }
                output.write(",\"code\":")
                output.write(jsonString: error.code)
                output.write(",\"message\":")
                output.write(jsonString: error.message)
                output.write("}")
            }
        }
        write("}")
    }
}
