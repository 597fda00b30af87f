// Command golden writes Tests/Fixtures/log: notes signed and proofs made by Go's golang.org/x/mod/sumdb, against which
// Tranche's own are tested. Run it in its folder (Debian: golang-go, golang-golang-x-mod-dev):
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run main.go ../../Fixtures/log
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"math/bits"
	"os"
	"path/filepath"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	logName     = "tranche.example/眉山"
	witnessName = "witness.example/audit"
	entries     = 37
	seconds     = 1679315147
)

// witness signs as C2SP tlog-cosignature has it.
type witness struct{ key ed25519.PrivateKey }

func (w witness) Name() string    { return witnessName }
func (w witness) KeyHash() uint32 { return keyHash(witnessName, 4, w.key) }
func (w witness) Sign(msg []byte) ([]byte, error) {
	signed := append([]byte(fmt.Sprintf("cosignature/v1\ntime %d\n", seconds)), msg...)
	var time [8]byte
	binary.BigEndian.PutUint64(time[:], seconds)
	return append(time[:], ed25519.Sign(w.key, signed)...), nil
}

func keyBytes(algorithm byte, key ed25519.PrivateKey) []byte {
	return append([]byte{algorithm}, key.Public().(ed25519.PublicKey)...)
}

func keyHash(name string, algorithm byte, key ed25519.PrivateKey) uint32 {
	sum := sha256.Sum256(append([]byte(name+"\n"), keyBytes(algorithm, key)...))
	return binary.BigEndian.Uint32(sum[:4])
}

func text(prefix, name string, hash uint32, key []byte) string {
	return fmt.Sprintf("%s%s+%08x+%s", prefix, name, hash, base64.StdEncoding.EncodeToString(key))
}

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func main() {
	folder := os.Args[1]
	logSeed, witnessSeed := bytes.Repeat([]byte{1}, 32), bytes.Repeat([]byte{2}, 32)
	logKey, witnessKey := ed25519.NewKeyFromSeed(logSeed), ed25519.NewKeyFromSeed(witnessSeed)
	secret := text("PRIVATE+KEY+", logName, keyHash(logName, 1, logKey), append([]byte{1}, logSeed...))
	signer := must(note.NewSigner(secret))

	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(places []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, place := range places {
			found = append(found, stored[place])
		}
		return found, nil
	})
	for index := int64(0); index < entries; index++ {
		hashes := must(tlog.StoredHashes(index, []byte(fmt.Sprintf("entry %d", index)), reader))
		stored = append(stored, hashes...)
	}
	root := must(tlog.TreeHash(entries, reader))

	body := fmt.Sprintf("%s\n%d\n%s\n", logName, entries, base64.StdEncoding.EncodeToString(root[:]))
	signed := must(note.Sign(&note.Note{Text: body}, signer, witness{witnessKey}))
	keys := fmt.Sprintf("%s\n%s\n%s\n%s\n", secret,
		must(note.NewEd25519VerifierKey(logName, logKey.Public().(ed25519.PublicKey))),
		text("PRIVATE+KEY+", witnessName, keyHash(witnessName, 4, witnessKey), append([]byte{4}, witnessSeed...)),
		text("", witnessName, keyHash(witnessName, 4, witnessKey), keyBytes(4, witnessKey)))

	var proofs bytes.Buffer
	for size := int64(1); size <= entries; size++ {
		root := must(tlog.TreeHash(size, reader))
		fmt.Fprintf(&proofs, "root %d %x\n", size, root[:])
	}
	for _, size := range []int64{1, 2, 7, 8, 21, 32, entries} {
		for index := int64(0); index < size; index += int64(1 + bits.Len64(uint64(size))) {
			fmt.Fprintf(&proofs, "inclusion %d %d%s\n", index, size, hex(must(tlog.ProveRecord(size, index, reader))))
		}
		for first := int64(1); first <= size; first += int64(1 + bits.Len64(uint64(size))) {
			fmt.Fprintf(&proofs, "consistency %d %d%s\n", first, size, hex(must(tlog.ProveTree(size, first, reader))))
		}
	}
	for name, content := range map[string][]byte{
		"checkpoint.note": signed, "keys.txt": []byte(keys), "proofs.txt": proofs.Bytes(),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

func hex(hashes []tlog.Hash) (text string) {
	for _, hash := range hashes {
		text += fmt.Sprintf(" %x", hash[:])
	}
	return text
}
