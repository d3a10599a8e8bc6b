# The commands of this repository; what each does is in eng/.
.PHONY: help up test torture check bench format clean

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

up: ## Install what is missing, build, and serve on http://127.0.0.1:5080 (PORT=5081 changes it); Ctrl+C stops it
	@eng/up.sh

test: ## Run every test (TESTS=tests/Domain.Tests limits it)
	@eng/test.sh

torture: ## Run the kill and tamper tests in their long mode (ARGS="--filter FullyQualifiedName~Kill" chooses)
	@eng/torture.sh $(ARGS)

check: ## Format, warnings, package audit and tests, as a merge needs them
	@eng/check.sh

bench: ## Run the benchmarks that docs/benchmarks.md reports (ARGS="--only verify" chooses)
	@eng/bench.sh $(ARGS)

format: ## Format the code
	@dotnet format CredentialLedger.sln

clean: ## Remove what was built; the data in .ledger/ stays
	@find src tests eng -type d \( -name bin -o -name obj \) -prune -exec rm -rf {} +
	@rm -rf artifacts BenchmarkDotNet.Artifacts src/Api/Internal/Generated
