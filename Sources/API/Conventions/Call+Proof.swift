internal import Contracts
internal import JSON
internal import Operations
internal import Passwords
internal import Serving
internal import Values

extension Call {
    /// The body as it came but for its member `confirmation`, and what that member proves: `{"password"}` or
    /// `{"code"}`. So no secret is a part of what idempotency keys compare or the journal keeps.
    func jsonAndProof() throws -> (body: [UInt8], proof: Proof?) {
        let body = try json()
        var parser = JSONParser()
        let parsed = body.withUnsafeBufferPointer { bytes in
            parser.parse(bytes) { root -> Result<([UInt8], Proof?), Problems> in
                guard let proof = root.member("confirmation") else { return .success((body, nil)) }
                var output = TextOutput(reservingCapacity: bytes.count)
                var isFirst = true
                output.write("{")
                for member in root.members where !member.name.isText("confirmation") {
                    if !isFirst { output.write(",") }
                    isFirst = false
                    output.write(jsonString: member.name.text)
                    output.write(":")
                    // What has no canonical form is no decimal that any call takes.
                    if !member.value.writeCanonical(to: &output) { output.write("0.5") }
                }
                output.write("}")
                do throws(Problems) { return .success((output.bytes, try Proof(proof))) } catch {
                    return .failure(error)
                }
            }
        }
        switch parsed {
        case .success(let outcome): return try outcome.get()
        case .failure(let error): throw Refusal.malformedJSON(error)
        }
    }
}

extension Proof {
    fileprivate init(_ value: JSONValue) throws(Problems) {
        if value.count == 1, let password = value.text("password") {
            self = .password(Password(password))
        } else if value.count == 1, let code = value.text("code") {
            self = .code(code)
        } else {
            throw Problems([Problem(pointer: "/confirmation", code: .wrongType, detail: "password | code")])
        }
    }
}

extension Schema {
    /// Six digits.
    static let secondFactorCode = text(Text(pattern: "^[0-9]{6}$"))
}

extension Schema.Property {
    /// What proves who the caller is, for calls that ask for it.
    static let confirmation = Schema.Property.optional(
        "confirmation",
        .oneOf([
            .object([.required("password", .text(1...1024))]),
            .object([.required("code", .secondFactorCode, "Of the second factor.")]),
        ]), "Proves again who one is: for the last approval and for bank accounts (403 `confirmation-required`).")
}
