# Every target says what it does: `make help`.

SHELL   := /bin/sh
BIN     := bin/bluepencil
OUT     ?= build/demo
FUZZ ?= 500x
export LANG := en_US.UTF-8
export LC_ALL := C.UTF-8
# SQLite and the window are C; without it the build succeeds and nothing works.
export CGO_ENABLED := 1

# Packages without a window, which the race detector goes through.
PURE := ./annotate/... ./storage/... ./app/workspace/... ./widgets/textlay/... ./widgets/textpaint/...

# Two targets at once would wait for each other's packages and processors.
.NOTPARALLEL:
.PHONY: help run build test race lint fmt golden eval models bench fuzz crash e2e cover screenshots deps deps-test clean

help: ## list the targets
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name what; do printf '  %-12s %s\n' "$$name" "$$what"; done

run: build ## install what is missing, build, and open the app (without a display: do the same job headless)
	@case "$$DISPLAY$$WAYLAND_DISPLAY,$$(uname -s)" in \
	,Darwin | ,MINGW* | ,MSYS* | ?*,*) exec $(BIN) ;; \
	*) echo 'There is no display: doing the same job headless.'; exec $(BIN) demo --out $(OUT) ;; \
	esac

build: deps ## build bin/bluepencil
	go build -trimpath -o $(BIN) .

test: deps-test lint ## run every check that continuous integration runs
	go test ./...
	$(MAKE) --no-print-directory race
	./.ci/fuzz $(FUZZ)
	$(MAKE) --no-print-directory e2e

race: deps ## run the tests of everything without a window under the race detector
	go test -race $(PURE)

lint: deps ## check the formatting and run the linters
	./.ci/lint

fmt: ## format the code
	go tool gofumpt -w .

# Not those of storage: a project file of an older version is kept as it was.
golden: deps ## write the golden files anew; read the difference before you commit it
	go test $$(grep -rl --include='*_test.go' 'flag.Bool("update"' annotate app assets widgets | sed 's|^|./|' | xargs -n1 dirname | sort -u) -update

eval: deps ## measure the suggestions on all gold sets that are here, and write docs/quality.md
	BLUEPENCIL_QUALITY="$(CURDIR)/docs/quality.md" go test -count=1 -run 'TestQuality$$' -v ./app/workspace

# The data sets lie beside the project; THIRD_PARTY.md says which and under what
# licences. What is written is what is shipped: the same data give the same bytes.
CORPUS := annotate/testdata/corpus
DATA   ?= ../shared/data
SETS   := gmb_train wikigold redocred_dev redocred_test re3d_open uner_ewt_dev uner_pud_wiki \
	btc_a btc_b btc_e btc_f btc_g btc_h wnut17_train wnut17_dev wnut17_test
models: build ## learn the shipped models anew from the corpus and the open data sets in DATA
	@mkdir -p build
	$(BIN) train $(CORPUS)/train $(SETS:%=$(DATA)/train.%.jsonl) \
		--standoff $(CORPUS)/standoff/wikinews.jsonl --standoff $(CORPUS)/standoff/voa.jsonl \
		--texts $(DATA)/dev.gum_news.jsonl -o build/suggest.model
	cd build && unzip -o -q suggest.model
	cp build/names.model annotate/entity/names.model
	cp build/weights.txt annotate/quote/weights.txt

bench: deps ## run the benchmarks; budgets stand beside them
	go test -run '^$$' -bench . -benchmem ./...

fuzz: deps ## fuzz every reader and the offsets for a minute each
	./.ci/fuzz 60s

crash: deps ## kill a writing process 1,000 times and look for lost edits
	BLUEPENCIL_KILLS=1000 go test -count=1 -timeout 60m -run Crash -v ./storage

e2e: deps-test ## do the whole job in a real window on a virtual display
	BLUEPENCIL_E2E=1 go test -count=1 -timeout 10m -run 'TestWindow' .

cover: deps ## measure how much of the code the tests reach
	@mkdir -p build
	go test -coverprofile=build/cover.out ./... && go tool cover -func=build/cover.out | tail -1

screenshots: deps-test ## draw the pictures in docs/ anew, from a real window
	mkdir -p docs && BLUEPENCIL_SHOTS=docs go test -count=1 -timeout 10m -run 'TestScreenshots' .

deps: ## install the system packages that building needs
	@./.ci/deps build

deps-test: ## install the system packages that the tests need
	@./.ci/deps test

clean: ## remove what was built
	rm -rf bin build
