# The front door. Each target sets up what the machine lacks; all work from a fresh clone.

CHECK   := --explicit-target-dependency-import-check error
# Colour is among a compiler's arguments: with it by turns, at a terminal and in a pipe, all is built again.
RELEASE := -c release --static-swift-stdlib --no-color-diagnostics $(CHECK)
SCRATCH := .build
PREFIX  := /usr/local

.PHONY: demo build test official-clients lint format generate check-generated bench load fuzz install setup

demo: build            ## a company of 200 people on this machine, and a prompt in it
	@.build/release/teamsh demo

build: setup           ## .build/release/teamsh, teamsh-bot and teamsh-tenant
	swift build $(RELEASE) --product teamsh
	swift build $(RELEASE) --product teamsh-bot
	swift build $(RELEASE) --product teamsh-tenant

test: build            ## every test, the terminal ones on the release binary
	Tools/run-tests

official-clients: build ## Microsoft's own Python clients, against the local tenant over HTTPS
	Tools/official-clients/run

lint: setup            ## format, layering, size
	Tools/lint

format:
	swift format --in-place --recursive Package.swift Sources Tests Tools

generate: setup        ## completions/ and Documentation/, from the commands' declarations
	swift run $(CHECK) generate-reference .

check-generated: setup ## fails when generated files are stale
	Tools/check-generated

bench: build           ## speed and memory beside the peers; exit 1 above twice a target
	Tools/bench/setup-peers
	Tools/bench/bench

load: build            ## 500 activities a second into the bot's endpoint, killed a hundred times; none lost
	Tools/load/load

fuzz: setup            ## a million random inputs each into lexer, keys, HTML and widths; keys against a screen
	swift build $(RELEASE) --product fuzz
	.build/release/fuzz
	Tools/run-tests --filter RandomKeyTests

install: build
	install -D .build/release/teamsh $(DESTDIR)$(PREFIX)/bin/teamsh
	install -D .build/release/teamsh-bot $(DESTDIR)$(PREFIX)/bin/teamsh-bot
	install -D .build/release/teamsh-tenant $(DESTDIR)$(PREFIX)/bin/teamsh-tenant
	install -D -m 644 Packaging/teamsh-bot.service $(DESTDIR)$(PREFIX)/lib/systemd/system/teamsh-bot.service
	install -D -m 644 completions/teamsh.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/teamsh
	install -D -m 644 completions/_teamsh $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_teamsh
	install -D -m 644 completions/teamsh.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/teamsh.fish
	install -D -m 644 Documentation/teamsh.1 $(DESTDIR)$(PREFIX)/share/man/man1/teamsh.1

setup:
	@Tools/setup
