// Command check verifies an unpacked bundle with Go's golang.org/x/mod/sumdb and nothing of Tranche's:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run main.go FOLDER [PROOFS]
//
// The checkpoint is signed by keys/1.vkey; log.csv leads to its root; every line of every entries.ndjson is the leaf
// that log.csv has at its place. PROOFS holds lines `inclusion INDEX SIZE LEAF ROOT HASH…` and
// `consistency FROM TO OLDROOT NEWROOT HASH…`, as the service gives them.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func number(text string) int64 { return must(strconv.ParseInt(text, 10, 64)) }

func hash(text string) (hash tlog.Hash) {
	if copy(hash[:], must(hex.DecodeString(text))) != len(hash) {
		log.Fatalf("%q is no hash", text)
	}
	return hash
}

func main() {
	log.SetFlags(0)
	folder := os.Args[1]
	size, root := checkpoint(folder)
	leaves := tree(folder, size, root)
	entries(folder, leaves)
	if len(os.Args) > 2 {
		proofs(os.Args[2])
	}
}

// checkpoint verifies the note and returns what it says.
func checkpoint(folder string) (int64, tlog.Hash) {
	key := strings.TrimSpace(string(must(os.ReadFile(filepath.Join(folder, "keys/1.vkey")))))
	verifier := must(note.NewVerifier(key))
	opened := must(note.Open(must(os.ReadFile(filepath.Join(folder, "checkpoint"))), note.VerifierList(verifier)))
	lines := strings.Split(opened.Text, "\n")
	if lines[0] != verifier.Name() {
		log.Fatalf("the origin %q is not the key's name %q", lines[0], verifier.Name())
	}
	var root tlog.Hash
	copy(root[:], must(base64.StdEncoding.DecodeString(lines[2])))
	fmt.Printf("checkpoint: %s entries, signed by %s\n", lines[1], opened.Sigs[0].Name)
	return number(lines[1]), root
}

// tree computes the root from log.csv, from left to right, and returns the leaves of the bundle by their index.
func tree(folder string, size int64, root tlog.Hash) map[string]tlog.Hash {
	file := must(os.Open(filepath.Join(folder, "log.csv")))
	defer file.Close()
	type subtree struct {
		level int
		hash  tlog.Hash
	}
	var stack []subtree
	var next int64
	leaves := map[string]tlog.Hash{}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		cells := strings.Split(lines.Text(), ",")
		if cells[0] == "kind" {
			continue
		}
		level, sum := int(number(cells[1])), hash(cells[3])
		if number(cells[2])<<level != next {
			log.Fatalf("log.csv: %q stands in the wrong place", lines.Text())
		}
		if cells[0] == "entry" {
			leaves[cells[2]] = sum
		}
		next += 1 << level
		for len(stack) > 0 && stack[len(stack)-1].level == level {
			sum = tlog.NodeHash(stack[len(stack)-1].hash, sum)
			stack, level = stack[:len(stack)-1], level+1
		}
		stack = append(stack, subtree{level, sum})
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	sum := stack[len(stack)-1].hash
	for place := len(stack) - 2; place >= 0; place-- {
		sum = tlog.NodeHash(stack[place].hash, sum)
	}
	if next != size || sum != root {
		log.Fatalf("log.csv leads to %d entries and the root %v, the checkpoint has %d and %v", next, sum, size, root)
	}
	fmt.Printf("log.csv: the root is that of the checkpoint\n")
	return leaves
}

// entries compares each line with the leaf at its place.
func entries(folder string, leaves map[string]tlog.Hash) {
	count := 0
	for _, path := range must(filepath.Glob(filepath.Join(folder, "contracts/*/entries.ndjson"))) {
		lines := bytes.Split(bytes.TrimSuffix(must(os.ReadFile(path)), []byte("\n")), []byte("\n"))
		places := strings.Fields(string(must(os.ReadFile(filepath.Join(filepath.Dir(path), "places.csv")))))[1:]
		if len(lines) != len(places) {
			log.Fatalf("%s has %d lines, places.csv %d", path, len(lines), len(places))
		}
		for index, line := range lines {
			place := strings.Split(places[index], ",")[1]
			if leaf, found := leaves[place]; !found || leaf != tlog.RecordHash(line) {
				log.Fatalf("%s:%d is not entry %s of the log", path, index+1, place)
			}
			delete(leaves, place)
			count++
		}
	}
	if len(leaves) > 0 {
		log.Fatalf("%d entries of log.csv are in no contract", len(leaves))
	}
	fmt.Printf("entries: all %d are in the log where they should be\n", count)
}

// proofs verifies proofs that the service gave.
func proofs(path string) {
	count := 0
	for _, line := range strings.Split(strings.TrimSpace(string(must(os.ReadFile(path)))), "\n") {
		words := strings.Fields(line)
		first, second := number(words[1]), number(words[2])
		var hashes []tlog.Hash
		for _, word := range words[5:] {
			hashes = append(hashes, hash(word))
		}
		var err error
		if words[0] == "inclusion" {
			err = tlog.CheckRecord(hashes, second, hash(words[4]), first, hash(words[3]))
		} else {
			err = tlog.CheckTree(hashes, second, hash(words[4]), first, hash(words[3]))
		}
		if err != nil {
			log.Fatalf("%s: %v", line, err)
		}
		count++
	}
	fmt.Printf("proofs: all %d hold\n", count)
}
