# Newsroom: everything a developer or an operator types.

.DEFAULT_GOAL := help
.PHONY: run dev test test-fast check bench messages screenshots quality guide help

PORT ?= 8000
export PORT

BIN := .venv/bin

run: ## Serve the newsroom at http://127.0.0.1:8000 (PORT=8001 changes it), all set up.
	@scripts/install run
	@scripts/serve

dev: ## The same while you edit: reloads at each change, shows errors.
	@scripts/install dev
	@DEBUG=true scripts/serve

test: ## Run all tests, on both databases; or those of ARGS="tests/desk -k note".
	@scripts/install dev
	@scripts/test $(ARGS)

test-fast: ## Run them on SQLite only, without a browser; ARGS as for test.
	@scripts/install dev
	@scripts/test --fast $(ARGS)

check: ## Format, lint, types, layers, migrations, translations, deployment settings.
	@scripts/install dev
	@scripts/check

bench: ## Measure every page beside a floor and Wagtail: SIZE=100000 DATABASE=sqlite ONLY=article,list.
	@scripts/install dev
	@scripts/bench --size $(or $(SIZE),2000) --only "$(ONLY)" $(if $(RECORD),--record)

messages: ## Collect the strings to translate into locale/, and compile what is translated.
	@scripts/install dev
	@$(BIN)/python scripts/messages.py update

screenshots: ## Take pictures of every page into data/gallery/, and the README's.
	@scripts/install dev
	@$(BIN)/python -m quality.gallery

quality: ## Measure every page: Lighthouse, axe, HTML checker, bytes. ONLY=article RUNS=3 narrow it.
	@scripts/install dev
	@scripts/judges all
	@$(BIN)/python -m quality --only "$(ONLY)" --runs $(or $(RUNS),1) $(if $(RECORD),--record)

guide: ## Take the pictures of the editors' guides from the running program.
	@scripts/install dev
	@$(BIN)/python -m quality.guide

help: ## This list.
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 14
