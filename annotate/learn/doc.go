// Package learn is a sequence tagger: it reads tokens as rows of features and
// gives each a place in a labeled span. It knows nothing of language; what the
// features mean is the caller's business.
//
// Start with [Train], which makes a [Model] from examples, and [Tagger], which
// applies one. [Model.WriteTo] and [Read] carry a model to and from bytes.
//
// The method is the averaged structured perceptron (Collins 2002) over a first
// order chain with BILOU tags (Ratinov and Roth 2009), decoded by Viterbi. An
// example may leave open which of several tags a token has, as a set that does
// not tell places from buildings must; then the best path among those allowed is
// what the model is moved towards (the latent perceptron of Sun et al. 2009).
// All sums are of integers, so equal examples give equal bytes on any machine.
package learn
