package learn

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
)

// A model file is: the signature, a byte with the version of the format, the
// CRC-32 (IEEE) of what follows, and that, deflated: the labels, the weights of
// pairs of tags, and for every feature, in the order of their hashes, the
// difference to the hash before and its weights. All numbers are varints.
const (
	signature   = "BPENCIL-TAGGER\n"
	fileVersion = 1

	maxFile     = 32 << 20 // bytes of a file
	maxUnpacked = 96 << 20 // bytes of its content
)

// Errors of [Read], wrapped with what was seen.
var (
	ErrNoModel  = errors.New("not a model of this program")
	ErrTooNew   = errors.New("the model was made by a newer version of this program")
	ErrTooLarge = errors.New("the model is too large")
	ErrDamaged  = errors.New("the model is damaged")
)

// WriteTo writes the model. Equal models give equal bytes.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	var body bytes.Buffer
	packed, err := flate.NewWriter(&body, flate.BestCompression)
	if err != nil {
		return 0, err
	}
	if _, err := packed.Write(m.content()); err != nil {
		return 0, err
	}
	if err := packed.Close(); err != nil {
		return 0, err
	}
	head := append([]byte(signature), fileVersion)
	head = binary.LittleEndian.AppendUint32(head, crc32.ChecksumIEEE(body.Bytes()))
	n, err := w.Write(append(head, body.Bytes()...))
	return int64(n), err
}

func (m *Model) content() []byte {
	out := binary.AppendUvarint(nil, uint64(len(m.Labels)))
	for _, l := range m.Labels {
		out = binary.AppendUvarint(out, uint64(len(l)))
		out = append(out, l...)
	}
	for _, w := range m.moves {
		out = binary.AppendVarint(out, int64(w))
	}
	var used []slot
	for _, s := range m.slots {
		if s.where != 0 {
			used = append(used, s)
		}
	}
	slices.SortFunc(used, func(a, b slot) int { return cmp.Compare(a.key, b.key) })
	out = binary.AppendUvarint(out, uint64(len(used)))
	before := uint32(0)
	for _, s := range used {
		out = binary.AppendUvarint(out, uint64(s.key-before))
		before = s.key
		for _, p := range m.of(s) {
			tag := uint64(p.tag) << 1
			if p.end {
				tag |= 1
			}
			out = binary.AppendUvarint(out, tag)
			out = binary.AppendVarint(out, int64(p.weight))
			if p.end {
				break
			}
		}
	}
	return out
}

// Read reads a model. The error says, in words for the user, why a file is none.
func Read(r io.Reader) (*Model, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("%w: more than %d MB", ErrTooLarge, maxFile>>20)
	}
	if !bytes.HasPrefix(data, []byte(signature)) || len(data) < len(signature)+5 {
		return nil, ErrNoModel
	}
	data = data[len(signature):]
	if data[0] > fileVersion {
		return nil, fmt.Errorf("%w: format %d, and this one reads %d", ErrTooNew, data[0], fileVersion)
	}
	if binary.LittleEndian.Uint32(data[1:]) != crc32.ChecksumIEEE(data[5:]) {
		return nil, fmt.Errorf("%w: its checksum is wrong", ErrDamaged)
	}
	in := flate.NewReader(bytes.NewReader(data[5:]))
	m, err := (&reader{in: bufio.NewReader(io.LimitReader(in, maxUnpacked))}).model()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return m, nil
}

// reader reads a model's content; the first fault stays.
type reader struct {
	in  *bufio.Reader
	err error
}

// count reads a number from 0 to most.
func (r *reader) count(most uint64) int {
	if r.err != nil {
		return 0
	}
	n, err := binary.ReadUvarint(r.in)
	if err == nil && n > most {
		err = fmt.Errorf("the number %d where at most %d can be", n, most)
	}
	r.err = err
	return int(n)
}

func (r *reader) weight(most int64) int32 {
	if r.err != nil {
		return 0
	}
	w, err := binary.ReadVarint(r.in)
	if err == nil && (w > most || w < -most) {
		err = fmt.Errorf("the weight %d", w)
	}
	r.err = err
	return int32(w)
}

func (r *reader) model() (*Model, error) {
	m := &Model{}
	for range r.count(MaxLabels) {
		name := make([]byte, r.count(100))
		if r.err == nil {
			_, r.err = io.ReadFull(r.in, name)
		}
		m.Labels = append(m.Labels, string(name))
	}
	if r.err == nil {
		r.err = checkLabels(m.Labels)
	}
	if r.err != nil {
		return nil, r.err
	}
	m.moves = make([]int32, m.tags()*m.tags())
	for i := range m.moves {
		m.moves[i] = r.weight(1 << 24)
	}
	features := r.count(1 << 23)
	keys := make([]keyed, 0, features)
	key := uint64(0)
	for i := 0; i < features && r.err == nil; i++ {
		key += uint64(r.count(1<<32 - 1))
		if key > 1<<32-1 {
			return nil, errors.New("its features are out of order")
		}
		keys = append(keys, keyed{uint32(key), uint32(len(m.parts))})
		for r.err == nil {
			tag := r.count(uint64(2*m.tags() - 1))
			p := part{tag: uint8(tag >> 1), end: tag&1 == 1, weight: int16(r.weight(1<<15 - 1))}
			m.parts = append(m.parts, p)
			if p.end {
				break
			}
		}
	}
	if r.err != nil {
		return nil, r.err
	}
	m.index(keys)
	return m, nil
}
