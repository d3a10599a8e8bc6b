# The commands of this repository; what each does is in eng/.
.PHONY: help up test torture check bench pack backup restore format clean

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

pack: ## Pack the verifier into artifacts/verifier: a .NET tool, a library, and one file for each platform that needs no .NET
	@eng/pack.sh

backup: ## Copy the ledger into a folder, events and keys apart (TO=folder)
	@eng/ledger backup "$(or $(TO),$(error say where: make backup TO=folder))"

restore: ## Bring a backup back where there is no ledger (EVENTS=folder KEYS=folder)
	@eng/ledger restore "$(or $(EVENTS),$(error say what: make restore EVENTS=folder KEYS=folder))" "$(or $(KEYS),$(error say what: make restore EVENTS=folder KEYS=folder))"

format: ## Format the code
	@dotnet format CredentialLedger.sln

clean: ## Remove what was built; the data in .ledger/ stays
	@find src tests eng -type d \( -name bin -o -name obj \) -prune -exec rm -rf {} +
	@rm -rf artifacts BenchmarkDotNet.Artifacts src/Api/Internal/Generated
