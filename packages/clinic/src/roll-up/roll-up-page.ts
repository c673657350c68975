import { escapeMarkup, formatLocalTime, htmlPage, formatPath, type Language } from '@tiemchung/core'
import { type Bar, bars, type Cell, part, pieceStyle, table } from '../report/markup.js'
import { reasonText, wordIn } from '../report/words.js'
import type { DayRollUp, RollUpUnit } from './roll-up.js'
import type { RollUpTally } from './roll-up-tally.js'
import { levelWords, unitName, words } from './words.js'

/** How many units and facilities a page shows; the spreadsheet has all. */
const mostBars = 15
const mostUnits = 100
const mostFacilities = 300
const mostIssues = 100

const timeOf = (instant: string | undefined): string =>
  instant === undefined ? '–' : formatLocalTime(new Date(instant))

const openOf = ({ vaccinating, finished, silent }: RollUpTally): number =>
  vaccinating - finished - silent

function key(language: Language): string {
  const kinds = ['finished', 'open', 'silent'] as const
  const classOf = { finished: 'done', open: 'open', silent: 'silent' } as const
  const items = kinds.map(
    (kind) => `<span><i class="${classOf[kind]}"></i>${escapeMarkup(words[kind][language])}</span>`,
  )
  return `<p class="key">${items.join('')}</p>`
}

function unitBar(name: string, one: RollUpTally): Bar {
  return {
    name,
    parts: [
      { kind: 'done', value: one.finished },
      { kind: 'open', value: openOf(one) },
      { kind: 'silent', value: one.silent },
    ],
    says: `${one.finished}/${one.vaccinating}`,
  }
}

function facts(total: RollUpTally, language: Language): string {
  const shown: [string, number][] = [
    [words.vaccinating[language], total.vaccinating],
    [words.finished[language], total.finished],
    [words.open[language], openOf(total)],
    [words.silent[language], total.silent],
    [words.given[language], total.dosesGiven],
    [words.acknowledged[language], total.dosesAcknowledged],
  ]
  const items = shown.map(
    ([name, value]) => `<div><dt>${escapeMarkup(name)}</dt><dd>${value}</dd></div>`,
  )
  return `<dl>${items.join('')}</dl>`
}

function reasons({ total }: DayRollUp, language: Language): string {
  const all: (readonly [string, number])[] = [
    ...Object.entries(total.open).map(
      ([one, count]) => [reasonText(one, language), count] as const,
    ),
    ...(total.silent === 0 ? [] : [[words.silent[language], total.silent] as const]),
  ]
  if (all.length === 0) return `<p>${escapeMarkup(words.nothing[language])}</p>`
  const shown = all.map(
    ([name, value]): Bar => ({
      name,
      parts: [{ kind: name === words.silent[language] ? 'silent' : 'open', value }],
      says: String(value),
    }),
  )
  return bars(words.reasons[language], shown)
}

function rest(shown: number, all: number, say: string): string {
  return all > shown ? `<p>${escapeMarkup(`+ ${all - shown} ${say}.`)}</p>` : ''
}

function unitTable(label: string, units: readonly RollUpUnit[], language: Language): string {
  const heads = [
    words.unit,
    words.code,
    words.vaccinating,
    words.finished,
    words.open,
    words.silent,
    words.oldest,
  ]
  const rows = units
    .slice(0, mostUnits)
    .map((one): readonly Cell[] => [
      unitName(one, language),
      [...one.within, one.code].join(' '),
      one.vaccinating,
      one.finished,
      openOf(one),
      one.silent,
      timeOf(one.oldest),
    ])
  const more = rest(rows.length, units.length, words.moreUnits[language])
  return (
    table(
      label,
      heads.map((one) => one[language]),
      rows,
    ) + more
  )
}

function levelPart(units: readonly RollUpUnit[], heading: string, language: Language): string {
  if (units.length === 0) return ''
  const shown = units.slice(0, mostBars).map((one) => unitBar(unitName(one, language), one))
  return part(heading, `${bars(heading, shown)}\n${unitTable(heading, units, language)}`)
}

function facilityTable({ open }: DayRollUp, language: Language): string {
  if (open.length === 0) return ''
  const heads = [
    words.facility,
    words.code,
    words.state,
    words.reason,
    words.since,
    words.openDoses,
  ]
  const rows = open
    .slice(0, mostFacilities)
    .map((one): readonly Cell[] => [
      one.name,
      one.facility,
      words[one.state][language],
      one.reason === undefined ? '–' : reasonText(one.reason, language),
      timeOf(one.since),
      one.state === 'silent' ? undefined : one.open,
    ])
  return (
    table(
      words.facilities[language],
      heads.map((one) => one[language]),
      rows,
    ) + rest(rows.length, open.length, words.more[language])
  )
}

function issueTable({ issues }: DayRollUp, language: Language): string {
  if (issues.length === 0) return ''
  const rows = issues
    .slice(0, mostIssues)
    .map(({ path, message, code }): readonly Cell[] => [
      formatPath(path),
      `${message[language]} [${code}]`,
    ])
  const more = rest(rows.length, issues.length, '…')
  const heads = [words.place[language], words.what[language]]
  return table(words.issues[language], heads, rows) + more
}

/**
 * A roll-up as one HTML page with its charts: no script, nothing fetched, readable on a telephone and on paper. Long
 * tables are cut, and say so; `rollUpCsv` has every unit.
 */
export function rollUpPage(one: DayRollUp, language: Language): string {
  const day = one.date.split('-').reverse().join('/')
  const isDone = one.total.finished === one.total.vaccinating
  const state = `${words.finished[language]}: ${one.total.finished}/${one.total.vaccinating}`
  const levels = one.levels.map((level) =>
    levelPart(
      one.areas.filter((unit) => unit.level === level),
      wordIn(levelWords, level, language),
      language,
    ),
  )
  const body = [
    `<p>${escapeMarkup(`${words.at[language]} ${timeOf(one.madeAt)}.`)}</p>`,
    `<p class="state ${isDone ? 'done' : 'open'}">${escapeMarkup(state)}</p>`,
    facts(one.total, language),
    part(words.reasons[language], reasons(one, language)),
    key(language),
    levelPart(one.lines, words.lines[language], language),
    levelPart(one.owners, words.owners[language], language),
    ...levels,
    part(words.facilities[language], facilityTable(one, language)),
    part(words.issues[language], issueTable(one, language)),
  ]
  const title = `${words.title[language]} ${day}`
  return htmlPage({ language, title, style: pieceStyle, body: body.filter(Boolean).join('\n') })
}
