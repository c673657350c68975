/** The page as one HTML document: no script, nothing fetched, ready for print. */
import { escapeMarkup, htmlPage } from '@tiemchung/core'
import { anchorOf, marksOf } from './basis.js'
import type { Page, Row, Section } from './content.js'
import { difference, type Difference } from './differences.js'
import type { Voice } from './speak.js'

const style = `
body { max-width: 60rem; padding: 1.5rem }
h1 { font-size: 1.6rem }
th, td { padding: .35rem .5rem; text-align: left }
li { margin: .2rem 0 }
.basis { color: #4a4a4a; font-size: .85em }
a { color: #0b4f9e }
@media print { body { font-size: 10.5pt; padding: 0 } a { color: inherit } }
@page { size: A4; margin: 16mm }
`

function basis(row: Row, page: Page, voice: Voice): string {
  const marks = marksOf(row.basis, page, voice).map(({ text, anchor }) =>
    anchor === '' ? escapeMarkup(text) : `<a href="#${anchor}">${escapeMarkup(text)}</a>`,
  )
  return marks.length === 0 ? '' : `<span class="basis">[${marks.join('; ')}]</span>`
}

function table({ id, head = [], rows }: Section, page: Page, voice: Voice): string {
  const heads = [...head, voice.say('products.basis')]
  const cells = (row: Row) => {
    const [first = '', ...rest] = row.cells.map(escapeMarkup)
    const others = [...rest, basis(row, page, voice)].map((cell) => `<td>${cell}</td>`)
    return `<tr><th scope="row">${first}</th>${others.join('')}</tr>`
  }
  return [
    `<table aria-labelledby="${id}">`,
    `<thead><tr>${heads.map((one) => `<th scope="col">${escapeMarkup(one)}</th>`).join('')}</tr></thead>`,
    `<tbody>`,
    ...rows.map(cells),
    '</tbody></table>',
  ].join('\n')
}

function list({ ordered = false, rows }: Section, page: Page, voice: Voice): string {
  const tag = ordered ? 'ol' : 'ul'
  const items = rows.map((row) => {
    const text = [row.cells.map(escapeMarkup).join(' '), basis(row, page, voice)]
    return `<li>${text.filter((part) => part !== '').join(' ')}</li>`
  })
  return [`<${tag}>`, ...items, `</${tag}>`].join('\n')
}

function block(id: string, title: string, inside: string): string {
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${escapeMarkup(title)}</h2>\n${inside}\n</section>`
}

function assumptions(page: Page, { say, language }: Voice): string {
  const items = page.assumptions.map(
    ({ says }, place) =>
      `<li id="${anchorOf('assumption', place)}">${escapeMarkup(says[language])}</li>`,
  )
  const inside =
    items.length === 0
      ? `<p>${escapeMarkup(say('assumptions.none'))}</p>`
      : `<p>${escapeMarkup(say('assumptions.note'))}</p>\n<ol>\n${items.join('\n')}\n</ol>`
  return block('assumptions', say('assumptions'), inside)
}

/** Only addresses of the web become links; anything else stays text. */
function address(url: string | undefined): string {
  if (url === undefined) return ''
  const text = escapeMarkup(url)
  return /^https?:\/\//i.test(url) ? ` <a href="${text}" rel="noreferrer">${text}</a>` : ` ${text}`
}

function sources(page: Page, { say, day }: Voice): string {
  const items = page.sources.map(({ number, date, issuer, url, confidence }, place) => {
    const facts = [
      number,
      ...(date === undefined ? [] : [day(date)]),
      ...(issuer === undefined ? [] : [issuer]),
      say(`confidence.${confidence}`),
    ]
    return `<li id="${anchorOf('source', place)}">${escapeMarkup(facts.join(', '))}.${address(url)}</li>`
  })
  return block('sources', say('sources'), `<ol>\n${items.join('\n')}\n</ol>`)
}

function documentOf(title: string, body: readonly string[], { language }: Voice): string {
  return htmlPage({ language, title, style, body: body.join('\n') })
}

/** A policy as an HTML document. */
export function htmlOf(page: Page, voice: Voice): string {
  const sections = page.sections.map((section) => {
    const inside = section.head === undefined ? list : table
    return block(section.id, section.title, inside(section, page, voice))
  })
  return documentOf(
    page.title,
    [...sections, assumptions(page, voice), sources(page, voice)],
    voice,
  )
}

function change({ section, before, after }: Difference, { say }: Voice): string {
  const cell = (text: string | undefined, tag: 'del' | 'ins') =>
    text === undefined
      ? `<td>${escapeMarkup(say('differences.none'))}</td>`
      : `<td><${tag}>${escapeMarkup(text)}</${tag}></td>`
  return `<tr><th scope="row">${escapeMarkup(section)}</th>${cell(before, 'del')}${cell(after, 'ins')}</tr>`
}

/** How each version differs from the one before it, as an HTML document. */
export function differencesHtml(title: string, versions: readonly Page[], voice: Voice): string {
  const heads = (['section', 'from', 'to'] as const).map((name) => voice.say(`differences.${name}`))
  const head = `<thead><tr>${heads.map((one) => `<th scope="col">${escapeMarkup(one)}</th>`).join('')}</tr></thead>`
  const blocks = difference(versions, voice).map(({ heading, changes }, index) => {
    const id = `change-${index + 1}`
    const rows = changes.map((one) => change(one, voice)).join('\n')
    const table = `<table aria-labelledby="${id}">\n${head}\n<tbody>\n${rows}\n</tbody></table>`
    return block(id, heading, table)
  })
  return documentOf(`${title}: ${voice.say('differences.title')}`, blocks, voice)
}
