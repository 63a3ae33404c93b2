.DEFAULT_GOAL := help
.PHONY: help up down status logs test bench build lint format

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

up: ## build what changed, start the site on http://localhost:8080 and return when films are on it
	@.ci/up

down: ## stop what `make up` started
	@.ci/down

status: ## which services run, and their health
	@.ci/status

logs: ## follow the logs of the running services
	@tail -n 40 -F data/logs/*.log

test: ## everything that is checked: services, site, journey in a real browser
	@.ci/test

bench: ## measure the services against their figures: [WHAT=pages] [QUICK=1 | FULL=1] [STRICT=1]
	@.ci/bench $(if $(QUICK),--quick) $(if $(FULL),--full) $(if $(STRICT),--strict) $(WHAT)

build: ## build the site and the whole solution, warnings as errors
	@.ci/build

lint: ## formatting, code style, shell scripts, compose file
	@.ci/lint

format: ## put code into the agreed format
	@.ci/format
