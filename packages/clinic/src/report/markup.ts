/** Small pieces of markup that the pages of this package are made of. */
import { escapeMarkup } from '@tiemchung/core'

/** One cell: text, or a number, which stands to the right. */
export type Cell = string | number | undefined

/** A text that stays on one line: a time, a code, a word or two. */
const longestOnOneLine = 16

function cell(value: Cell, index: number): string {
  if (index === 0) return `<th scope="row">${escapeMarkup(String(value ?? ''))}</th>`
  if (typeof value !== 'string') return `<td class="n">${value ?? '–'}</td>`
  const isShort = value.length <= longestOnOneLine
  return `<td${isShort ? ' class="s"' : ''}>${escapeMarkup(value)}</td>`
}

/**
 * A table that scrolls sideways where it does not fit, with the keyboard too; the first cell of a row names it. The head
 * of a column of numbers stands to the right, as they do.
 */
export function table(
  label: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
): string {
  const isNumber = (at: number) => at > 0 && rows.every((row) => typeof row[at] !== 'string')
  const head = heads
    .map(
      (one, at) => `<th scope="col"${isNumber(at) ? ' class="n"' : ''}>${escapeMarkup(one)}</th>`,
    )
    .join('')
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeMarkup(label)}"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`
}

/** A part of a page under its heading; nothing where there is nothing in it. */
export function part(heading: string, inside: string): string {
  return inside === '' ? '' : `<section><h2>${escapeMarkup(heading)}</h2>\n${inside}</section>\n`
}

/** One bar of a chart, in parts that follow each other. */
export interface Bar {
  readonly name: string
  readonly parts: readonly { readonly kind: string; readonly value: number }[]
  /** What stands behind the bar. */
  readonly says: string
}

/**
 * Bars against each other, as rows of plain boxes: they follow the width of a telephone and of a sheet of paper, where
 * the letters of a drawing would shrink.
 */
export function bars(label: string, all: readonly Bar[]): string {
  const most = Math.max(
    1,
    ...all.map(({ parts }) => parts.reduce((sum, one) => sum + one.value, 0)),
  )
  const rows = all.map(({ name, parts, says }) => {
    const boxes = parts
      .filter(({ value }) => value > 0)
      .map(
        ({ kind, value }) =>
          `<i class="${kind}" style="width:${((value / most) * 100).toFixed(2)}%"></i>`,
      )
    return `<div class="bar"><span class="name">${escapeMarkup(name)}</span><span class="track">${boxes.join('')}</span><span class="says">${escapeMarkup(says)}</span></div>`
  })
  return `<div class="bars" role="img" aria-label="${escapeMarkup(label)}">\n${rows.join('\n')}\n</div>`
}

/** Rules for these pieces. */
export const pieceStyle = `
table { font-size: .9rem }
th[scope=row], th[scope=col], td { text-align: left }
td.n, th.n[scope=col] { text-align: right; font-variant-numeric: tabular-nums }
td.s { white-space: nowrap }
.state { font-size: 1.15rem; font-weight: 700; padding: .5rem .8rem; border: 2px solid; display: inline-block; margin: .3rem 0 }
.state.done { color: #14532d } .state.open { color: #8a1c1c }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .6rem; margin: 1rem 0 }
dl div { border: 1px solid #767676; padding: .4rem .7rem }
dt { font-size: .85rem } dd { margin: 0; font-size: 1.4rem; font-weight: 600 }
.bars { display: grid; gap: .3rem; max-width: 52rem }
.bar { display: grid; grid-template-columns: 14rem 1fr 7rem; gap: .5rem; align-items: center; font-size: .9rem }
.track { display: flex; height: 1.1rem; background: #f0f0f0 }
.track i { display: block; height: 100%; print-color-adjust: exact; -webkit-print-color-adjust: exact }
.says { text-align: right; font-variant-numeric: tabular-nums }
.done i, i.done { background: #2f6f4f } i.open { background: #c2703d } i.silent { background: #6b6b6b } i.step { background: #3a6ea5 }
.key { display: flex; flex-wrap: wrap; gap: .3rem 1rem; font-size: .85rem; margin: .4rem 0 }
.key i { display: inline-block; width: .8rem; height: .8rem; margin-right: .35rem; vertical-align: -.05rem; print-color-adjust: exact; -webkit-print-color-adjust: exact }
.bars + .scroll { margin-top: .9rem }
@media (max-width: 34rem) { th[scope=row] { min-width: 7rem } td:not(.n):not(.s) { min-width: 9rem } .bar { grid-template-columns: 1fr 6.5rem; row-gap: 0 } .bar .name { grid-column: 1 / -1 } }
@page { size: A4; margin: 14mm }
`
