/** The page as Markdown (GitHub's, for the tables). */
import { marksOf } from './basis.js'
import type { Page, Row, Section } from './content.js'
import { difference } from './differences.js'
import type { Voice } from './speak.js'

/** Text that is no markup, on one line. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&]/g, (sign) => `\\${sign}`)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+]/, (sign) => `\\${sign}`)

function basis(row: Row, page: Page, voice: Voice): string {
  const marks = marksOf(row.basis, page, voice).map((mark) => escapeMarkdown(mark.text))
  return marks.length === 0 ? '' : `\\[${marks.join('; ')}\\]`
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [line(head.map(escapeMarkdown)), line(head.map(() => '---')), ...rows.map(line)]
}

function inside(section: Section, page: Page, voice: Voice): string[] {
  const { head, ordered = false, rows } = section
  if (head !== undefined) {
    const cells = rows.map((row) => [...row.cells.map(escapeMarkdown), basis(row, page, voice)])
    return table([...head, voice.say('products.basis')], cells)
  }
  return rows.map((row, index) => {
    const text = [row.cells.map(escapeMarkdown).join(' '), basis(row, page, voice)]
    return `${ordered ? `${index + 1}.` : '-'} ${text.filter((part) => part !== '').join(' ')}`
  })
}

const block = (title: string, lines: readonly string[]) => [
  '',
  `## ${escapeMarkdown(title)}`,
  '',
  ...lines,
]

function assumptions(page: Page, { say, language }: Voice): string[] {
  if (page.assumptions.length === 0) return [escapeMarkdown(say('assumptions.none'))]
  const items = page.assumptions.map(
    ({ says }, index) => `${index + 1}. ${escapeMarkdown(says[language])}`,
  )
  return [escapeMarkdown(say('assumptions.note')), '', ...items]
}

function sources(page: Page, { say, day }: Voice): string[] {
  return page.sources.map(({ number, date, issuer, url, confidence }, index) => {
    const facts = [
      number,
      ...(date === undefined ? [] : [day(date)]),
      ...(issuer === undefined ? [] : [issuer]),
      say(`confidence.${confidence}`),
      ...(url === undefined ? [] : [url]),
    ]
    return `${index + 1}. ${escapeMarkdown(facts.join(', '))}`
  })
}

/** A policy as Markdown. */
export function markdownOf(page: Page, voice: Voice): string {
  return [
    `# ${escapeMarkdown(page.title)}`,
    ...page.sections.flatMap((one) => block(one.title, inside(one, page, voice))),
    ...block(voice.say('assumptions'), assumptions(page, voice)),
    ...block(voice.say('sources'), sources(page, voice)),
    '',
  ].join('\n')
}

/** How each version differs from the one before it, as Markdown. */
export function differencesMarkdown(
  title: string,
  versions: readonly Page[],
  voice: Voice,
): string {
  const heads = (['section', 'from', 'to'] as const).map((name) => voice.say(`differences.${name}`))
  const none = voice.say('differences.none')
  return [
    `# ${escapeMarkdown(`${title}: ${voice.say('differences.title')}`)}`,
    ...difference(versions, voice).flatMap(({ heading, changes }) =>
      block(
        heading,
        table(
          heads,
          changes.map(({ section, before = none, after = none }) =>
            [section, before, after].map(escapeMarkdown),
          ),
        ),
      ),
    ),
    '',
  ].join('\n')
}
