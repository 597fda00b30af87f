"""Whether OCDS packages keep the schema of OCDS 1.1 together with our extension, by the jsonschema package.

ocds.py SCHEMAS EXTENSION FILE...: the folder of the standard's schemas, the extension's release-schema.json, packages.
Beyond the standard's own check it refuses fields that neither the standard nor the extension knows (typing errors pass
an open schema unseen). Prints every fault; exit status 1 where there is one.
"""
import json
import pathlib
import sys

from jsonschema import Draft4Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

BASE = "https://standard.open-contracting.org/schema/1__1__5/"


def merged(target, patch):
    """RFC 7396, which is how an OCDS extension changes the schema."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = merged(result.get(name), value)
    return result


def closed(schema):
    """The same schema without room for unknown fields; `details` of an organisation stays open, as the standard has it."""
    for definition in [schema, *schema["definitions"].values()]:
        definition["additionalProperties"] = False
    return schema


def record_package(package, release):
    """OCDS 1.1 records with embedded releases, by the text of the standard."""
    schema = json.loads(json.dumps(package))
    del schema["properties"]["releases"]
    schema["required"] = ["uri", "publisher", "publishedDate", "records", "version"]
    schema["properties"]["records"] = {
        "type": "array", "minItems": 1, "uniqueItems": True,
        "items": {
            "type": "object", "required": ["ocid", "releases"], "additionalProperties": False,
            "properties": {
                "ocid": {"type": "string", "minLength": 1}, "compiledRelease": release,
                "releases": {"type": "array", "minItems": 1, "items": release},
            },
        },
    }
    return schema


def main(schemas, extension, *files):
    folder = pathlib.Path(schemas)
    standard = json.loads((folder / "release-schema.json").read_text())
    package = json.loads((folder / "release-package-schema.json").read_text())
    package["additionalProperties"] = False
    release = closed(merged(standard, json.loads(pathlib.Path(extension).read_text())))
    registry = Registry().with_resources([
        (BASE + "release-schema.json", Resource.from_contents(release, default_specification=DRAFT4))])
    records = record_package(package, {"$ref": BASE + "release-schema.json"})
    faults = 0
    for name in files:
        document = json.loads(pathlib.Path(name).read_text())
        schema = records if "records" in document else package
        validator = Draft4Validator(schema, registry=registry, format_checker=FormatChecker())
        count = 0
        for error in validator.iter_errors(document):
            count += 1
            if count <= 20:
                print(name, "/".join(map(str, error.path)), error.message[:200])
        faults += count
        entries = document.get("records") or document.get("releases")
        print(f"{name}: {len(entries)} contracts, {count} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
