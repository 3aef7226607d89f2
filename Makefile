.DEFAULT_GOAL := help
.PHONY: help run test setup dev lint release bench

help: ## what can be done here
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile
	@echo "Built files live in $${TAVOLO_CACHE:-~/.cache/tavolo}; scripts/ holds what is longer than a line."

run: ## set up, build, and serve the demo region on http://localhost:3000
	@scripts/run

test: ## set up and prove everything; ends with "N passed, N failed"
	@scripts/test

setup: ## make this machine ready to run and to test
	@scripts/setup test

dev: ## serve, and build again when a source changes
	@scripts/setup && scripts/dev

lint: ## formatting, clippy, walls between crates, locale files, transfer budget
	@scripts/setup lint && scripts/lint

release: ## build all that is needed to run into dist/
	@scripts/setup && scripts/build --release

bench: ## measure pages beside two floors; prints a table, writes JSON
	@scripts/bench
