public import Values

extension JSONValue {
    /// Writes the value as it was read, without white space; numbers stay as they were spelled.
    public func write(to output: inout TextOutput) {
        switch node.kind {
        case .object:
            output.write("{")
            for (offset, member) in members.enumerated() {
                if offset > 0 { output.write(",") }
                member.write(to: &output)
            }
            output.write("}")
        case .array:
            output.write("[")
            for (offset, element) in elements.enumerated() {
                if offset > 0 { output.write(",") }
                element.write(to: &output)
            }
            output.write("]")
        case .string:
            output.write("\"")
            output.write(raw: rawBytes)
            output.write("\"")
        case .number, .yes, .no, .null: output.write(raw: rawBytes)
        }
    }

    /// Writes the value changed by a merge patch (RFC 7396: objects are merged, null removes, all else replaces), with
    /// one addition: an object that patches an array names its elements by their `id` (decision 0020). Throws the
    /// position of a name in the patch that no element has.
    public func write(patchedWith patch: JSONValue, to output: inout TextOutput) throws(UnknownElement) {
        switch (kind, patch.kind) {
        case (.array, .object): try writeElements(patchedWith: patch, to: &output)
        case (_, .object): try writeMembers(patchedWith: patch, to: &output)
        default: patch.writeAdded(to: &output)
        }
    }

    /// A patch that names an element which is not there.
    public struct UnknownElement: Error, Equatable, Sendable {
        /// The ``position`` of the change in the patch.
        public let position: Int
        public let id: String
    }

    private func writeMembers(patchedWith patch: JSONValue, to output: inout TextOutput) throws(UnknownElement) {
        var isFirst = true
        output.write("{")
        for member in members {
            let change = patch.members.first { $0.name.sameName(as: member.name) }?.value
            if change?.kind == .null { continue }
            separate(&isFirst, &output)
            guard let change else {
                member.write(to: &output)
                continue
            }
            member.name.write(to: &output)
            output.write(":")
            try member.value.write(patchedWith: change, to: &output)
        }
        for change in patch.members where change.value.kind != .null {
            guard !members.contains(where: { $0.name.sameName(as: change.name) }) else { continue }
            separate(&isFirst, &output)
            change.name.write(to: &output)
            output.write(":")
            change.value.writeAdded(to: &output)
        }
        output.write("}")
    }

    /// What a patch adds where nothing was: the nulls of its objects, which would have removed something, go.
    private func writeAdded(to output: inout TextOutput) {
        guard kind == .object else { return write(to: &output) }
        var isFirst = true
        output.write("{")
        for member in members where member.value.kind != .null {
            separate(&isFirst, &output)
            member.name.write(to: &output)
            output.write(":")
            member.value.writeAdded(to: &output)
        }
        output.write("}")
    }

    private func writeElements(patchedWith patch: JSONValue, to output: inout TextOutput) throws(UnknownElement) {
        for change in patch.members where !elements.contains(where: { $0.hasIdentifier(change.name) }) {
            throw UnknownElement(position: change.value.position, id: change.name.text)
        }
        var isFirst = true
        output.write("[")
        for element in elements {
            let change = patch.members.first { element.hasIdentifier($0.name) }?.value
            if change?.kind == .null { continue }
            separate(&isFirst, &output)
            if let change { try element.write(patchedWith: change, to: &output) } else { element.write(to: &output) }
        }
        output.write("]")
    }

    private func separate(_ isFirst: inout Bool, _ output: inout TextOutput) {
        if !isFirst { output.write(",") }
        isFirst = false
    }

    private func hasIdentifier(_ name: JSONValue) -> Bool {
        guard let id = member("id"), id.kind == .string else { return false }
        return id.sameName(as: name)
    }
}

extension JSONValue.Member {
    fileprivate func write(to output: inout TextOutput) {
        name.write(to: &output)
        output.write(":")
        value.write(to: &output)
    }
}
