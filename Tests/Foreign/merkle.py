"""Verifies an unpacked bundle of the whole log with pymerkle 7.0.0: python3 merkle.py FOLDER [PROOFS]

The entries are put into a tree of pymerkle's in the order of the log. Its root is the checkpoint's, and every inclusion
proof of PROOFS (as Tests/Foreign/check reads them) is verified by pymerkle against it.
"""
import base64
import pathlib
import sys

from pymerkle import InmemoryTree, InclusionProof, verify_inclusion


def entries(folder):
    """The bytes of all entries by their index in the log."""
    found = {}
    for path in folder.glob("contracts/*/entries.ndjson"):
        lines = path.read_bytes().split(b"\n")[:-1]
        places = (path.parent / "places.csv").read_text().split()[1:]
        for line, place in zip(lines, places, strict=True):
            found[int(place.split(",")[1])] = line
    return found


def main(folder, proofs=None):
    origin, size, root = (folder / "checkpoint").read_text().split("\n")[:3]
    found = entries(folder)
    if sorted(found) != list(range(int(size))):
        sys.exit("the bundle does not hold the whole log: pymerkle needs all of it")
    tree = InmemoryTree(algorithm="sha256")
    for index in range(int(size)):
        tree.append_entry(found[index])
    if tree.get_root() != base64.b64decode(root):
        sys.exit("the root is not that of the checkpoint")
    print(f"pymerkle: the root over all {size} entries of {origin} is that of the checkpoint")
    count = 0
    for line in pathlib.Path(proofs).read_text().splitlines() if proofs else []:
        kind, index, size, leaf, root, *hashes = line.split()
        if kind != "inclusion":
            continue
        place, size = int(index) + 1, int(size)
        rule = tree.prove_inclusion(place, size).rule
        path = [bytes.fromhex(text) for text in [leaf, *hashes]]
        proof = InclusionProof("sha256", True, size, place, rule, path)
        verify_inclusion(path[0], bytes.fromhex(root), proof, index=place, size=size, algorithm="sha256")
        if tree.get_leaf(place) != path[0]:
            sys.exit(f"{line}: another leaf")
        count += 1
    if proofs:
        print(f"pymerkle: all {count} inclusion proofs hold")


main(pathlib.Path(sys.argv[1]), *sys.argv[2:3])
