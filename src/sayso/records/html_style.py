"""How a reading's HTML looks: one style sheet, scoped to ``.sayso``, for light and dark pages."""

from __future__ import annotations

from typing import Final

# Hues of the tints behind actors, as far apart as eight can be; in order of a country's first mention.
HUES: Final = (212, 32, 142, 335, 265, 180, 75, 0)

_LIGHT = (
    "--ground:#fff;--ink:#1c1e21;--soft:#5f6670;--rule:#d9dde3;"
    "--s:75%;--l:88%;--time:#7a3e9d;--place:#0b6b5d;--say:#8a6d1c;"
)
_DARK = (
    "--ground:#16181c;--ink:#e6e8eb;--soft:#9aa3ae;--rule:#343a42;"
    "--s:45%;--l:25%;--time:#c9a0e6;--place:#6fcdbb;--say:#d4b45c;"
)

# The page's own preference first; what a notebook says of its theme overrules it.
_GROUNDS = (
    f".sayso{{{_LIGHT}}}"
    f"@media (prefers-color-scheme:dark){{.sayso{{{_DARK}}}}}"
    f"[data-jp-theme-light=true] .sayso,.vscode-light .sayso{{{_LIGHT}}}"
    f"[data-jp-theme-light=false] .sayso,.vscode-dark .sayso,html[theme=dark] .sayso{{{_DARK}}}"
)

_RULES = """
.sayso{background:var(--ground);color:var(--ink);font:15px/1.75 system-ui,sans-serif;
 padding:1em 1.25em;max-width:62em;text-align:left}
.sayso h3{font-size:1.15em;line-height:1.3;margin:0}
.sayso .facts,.sayso .legend{color:var(--soft);font-size:.85em;margin:.2em 0 .7em}
.sayso .legend>span{margin-right:.9em;white-space:nowrap}
.sayso .text{white-space:pre-wrap;overflow-wrap:anywhere;border:solid var(--rule);border-width:1px 0;
 padding:.7em 0;margin-bottom:1em}
.sayso .actor{padding:.1em 0}
.sayso .said{text-decoration:underline dotted var(--say) 2px;text-underline-offset:4px}
.sayso .quoted{text-decoration-style:solid}
.sayso .time{color:var(--time);font-style:italic}
.sayso .place{color:var(--place);font-weight:600}
.sayso .vc{--quad:#2867a8}
.sayso .mc{--quad:#2a7a45}
.sayso .vk{--quad:#a8590c}
.sayso .mk{--quad:#b3332b}
.sayso .qx{--quad:#666}
.sayso .trigger{background:var(--quad);color:#fff;font-style:normal;font-weight:700;
 border-radius:3px;padding:.05em .2em}
.sayso .trigger.open{background:var(--ground);color:inherit;outline:2px dashed var(--quad);outline-offset:-2px}
.sayso .trigger[data-code]::after{content:attr(data-code);font-size:.65em;letter-spacing:.03em;
 margin-left:.45em;opacity:.9;vertical-align:.1em}
.sayso .told{overflow-x:auto}
.sayso table{border-collapse:collapse;width:100%;font-size:.87em;line-height:1.45;color:inherit;background:none}
.sayso th,.sayso td{text-align:left;vertical-align:top;padding:.4em .7em .4em 0;background:none;
 border-bottom:1px solid var(--rule)}
.sayso th{color:var(--soft);font-weight:500}
.sayso td.words{color:var(--soft);min-width:14em}
.sayso td .trigger{white-space:nowrap;font-size:.85em;padding:.15em .4em}
"""

_TINTS = "".join(f".sayso .c{i}{{background-color:hsl({hue} var(--s) var(--l))}}" for i, hue in enumerate(HUES))
# A country beyond the eighth, and whoever has none.
_NO_TINT = ".sayso .cx{background-color:hsl(220 8% var(--l))}"

STYLE: Final = _GROUNDS + _TINTS + _NO_TINT + _RULES.replace("\n", "")
