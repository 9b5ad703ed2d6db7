# `make test` needs Rust and Python 3; with npm it also holds the SARIF report against Microsoft's validator, and opens the HTML report in a browser.

CARGO  ?= cargo
PYTHON ?= python3

# Cargo takes a relative target folder from where it is called, which is here.
TARGET := $(abspath $(or $(CARGO_TARGET_DIR),target))
MOTO   := $(TARGET)/moto-venv
SARIF  := $(TARGET)/sarif-multitool
BROWSER := $(TARGET)/html-browser

.PHONY: help test lint generate clean-tools

help: ## Say what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | column -t -s '|'

test: $(MOTO)/.ready sarif-validator html-browser ## Run every test, with the cloud and without
	@# What is there must be used: a validator or a browser that cannot be found is then a failed test, not a skipped one.
	if [ -e $(SARIF)/.ready ]; then export POSTURE_SCAN_REQUIRE_MULTITOOL=1; fi; \
	if [ -e $(BROWSER)/.ready ]; then export POSTURE_SCAN_REQUIRE_BROWSER=1; fi; \
	$(CARGO) test --locked
	$(CARGO) test --locked --no-default-features

lint: ## Check the format and the lints, with the cloud and without
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --all-targets -- -D warnings
	$(CARGO) clippy --locked --all-targets --no-default-features -- -D warnings
	@if command -v cargo-deny >/dev/null; then $(CARGO) deny --log-level error check licenses bans sources; \
	else echo "make lint: cargo-deny is not there, so licences and bans are not checked (cargo install --locked cargo-deny)"; fi

generate: ## Write the generated files and the generated parts of the README anew
	UPDATE_GENERATED=1 $(CARGO) test --locked --no-default-features --lib --bins --test papers --test completions

clean-tools: ## Throw away what `make test` installed for itself
	rm -rf $(MOTO) $(SARIF) $(BROWSER)

# The AWS stand-in of the behaviour tests. Made anew whenever the list of packages changes.
$(MOTO)/.ready: tests/moto/requirements.txt
	$(PYTHON) -m venv --clear $(MOTO)
	$(MOTO)/bin/python -m pip install --quiet --disable-pip-version-check --no-input --requirement $<
	touch $@

# Optional: where npm is not there, or cannot fetch it in five minutes, the other tests still run.
.PHONY: sarif-validator
sarif-validator:
	@if ! command -v npm >/dev/null; then \
	  echo "make test: npm is not there, so the SARIF report is not held against Microsoft's validator"; \
	elif [ ! -e $(SARIF)/.ready ] || [ tests/sarif/package.json -nt $(SARIF)/.ready ]; then \
	  mkdir -p $(SARIF) && cp tests/sarif/package.json $(SARIF)/package.json && \
	  timeout 300 npm install --prefix $(SARIF) --no-package-lock --no-audit --no-fund --loglevel=error && touch $(SARIF)/.ready || \
	  { rm -f $(SARIF)/.ready; echo "make test: npm could not install Microsoft's SARIF validator, so the report is not held against it"; }; \
	fi

# Optional in the same way. Chromium comes packed inside an npm package (x86-64 Linux); elsewhere POSTURE_SCAN_CHROMIUM names one of yours.
.PHONY: html-browser
html-browser:
	@if ! command -v npm >/dev/null; then \
	  echo "make test: npm is not there, so the HTML report is not opened in a browser"; \
	elif [ ! -e $(BROWSER)/.ready ] || [ tests/html/package.json -nt $(BROWSER)/.ready ]; then \
	  rm -rf $(BROWSER) && mkdir -p $(BROWSER) && cp tests/html/package.json $(BROWSER)/package.json && \
	  timeout 300 npm install --prefix $(BROWSER) --no-package-lock --no-audit --no-fund --loglevel=error && \
	  { [ -n "$$POSTURE_SCAN_CHROMIUM" ] || { (cd $(BROWSER) && TMPDIR=$(BROWSER) node --input-type=module \
	    -e "import chromium from '@sparticuz/chromium'; await chromium.executablePath()") && $(BROWSER)/chromium --version >/dev/null; }; } && \
	  touch $(BROWSER)/.ready || \
	  { rm -f $(BROWSER)/.ready $(BROWSER)/chromium; echo "make test: npm could not install a Chromium that runs here, so the HTML report is not opened in one"; }; \
	fi
