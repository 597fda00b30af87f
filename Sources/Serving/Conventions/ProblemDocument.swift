internal import HTTPTypes
internal import JSON
internal import Operations
package import Values

extension Answer {
    /// The problem document of a refusal, with the fields that its status asks for.
    package static func problem(_ refused: RefusedCall) -> Answer {
        var answer = Answer(status: refused.refusal.kind.status, form: .problem)
        var output = TextOutput(reservingCapacity: 512)
        output.write(problem: refused.refusal, in: refused.language)
        answer.body = .bytes(output.bytes)
        answer.addFields(of: refused)
        return answer
    }

    /// Adds the fields that the status of a refusal asks for, whatever its form.
    package mutating func addFields(of refused: RefusedCall) {
        switch refused.refusal {
        case .methodNotAllowed(let allowed): fields.append(HTTPField(name: .allow, value: allowed))
        case .operation(.tooManyAttempts(let end)):
            let seconds = max(1, (end.microseconds - refused.now.microseconds + 999_999) / 1_000_000)
            fields.append(HTTPField(name: .retryAfter, value: String(seconds)))
        case .malformedRequest, .requestTimedOut, .headTooLarge:
            fields.append(HTTPField(name: .connection, value: "close"))
        default: break
        }
        switch refused.refusal.kind {
        case .unavailable: fields.append(HTTPField(name: .retryAfter, value: "2"))
        case .unauthenticated where form == .problem:
            let error = refused.hasCredentials ? ", error=\"invalid_token\"" : ""
            fields.append(HTTPField(name: .wwwAuthenticate, value: "Bearer realm=\"tranche\"" + error))
        default: break
        }
        fields.append(HTTPField(name: .contentLanguage, value: refused.language.rawValue))
    }
}

extension TextOutput {
    /// Writes a refusal as a problem document (RFC 9457).
    package mutating func write(problem refusal: Refusal, in language: Language) {
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
