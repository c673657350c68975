/** The looks of the day report: one column, system fonts, enough contrast on paper. */
export const pageStyle = `
:root { color-scheme: light; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --good: #1a7f37; --open: #9a6700; }
* { box-sizing: border-box }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); max-width: 64rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.6rem; margin: 0 } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem }
p.lead { color: var(--soft); margin: .25rem 0 1.5rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top }
thead th { color: var(--soft); font-weight: 600; font-size: .9rem }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
ul { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0 1.2rem; font-size: .9rem }
b { font-variant-numeric: tabular-nums }
code { font-size: .9rem; overflow-wrap: anywhere }
.bar { display: block; height: .5rem; margin-top: .3rem; background: #eaeef2; border-radius: .25rem; min-width: 8rem }
.bar i { display: block; height: 100%; background: var(--good); border-radius: .25rem }
.finished { color: var(--good) } .open, .silent { color: var(--open) }
tbody th { white-space: nowrap }
td.finished, td.open, td.silent, td.not-vaccinating { white-space: nowrap }
@media print { body { margin: 0; max-width: none } tr { break-inside: avoid } }`
