import { escapeMarkup, formatLocalTime, htmlPage, type Language } from '@tiemchung/core'
import type { DayReport, DayTally } from '@tiemchung/schemas/wire'
import { type Bar, bars, type Cell, part, pieceStyle, table } from './markup.js'
import { openOf, openOfDay } from './tally.js'
import {
  reasonText,
  sessionWords,
  stageWords,
  stepText,
  takerWords,
  wordIn,
  words,
} from './words.js'

const stages = [
  'given',
  'entered',
  'complete',
  'settled',
  'signed',
  'sent',
  'acknowledged',
] as const

const timeOf = (instant: string): string => formatLocalTime(new Date(instant))

/** Minutes as hours and minutes; what is behind is marked by its sign. */
function span(minutes: number | undefined): string {
  if (minutes === undefined) return '–'
  const whole = Math.abs(minutes)
  const sign = minutes < 0 ? '−' : ''
  return `${sign}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function chart(report: DayReport, language: Language): string {
  const { given } = report
  const stageBars = stages.flatMap((stage): Bar[] => {
    const value = report[stage]
    if (value === undefined) return []
    const share = given === 0 ? '' : ` (${Math.floor((value / given) * 100)} %)`
    const name = wordIn(stageWords, stage, language)
    return [{ name, parts: [{ kind: 'step', value }], says: `${value}${share}` }]
  })
  return bars(words.doses[language], stageBars)
}

function openPart(report: DayReport, language: Language): string {
  const all = [
    ...Object.entries(openOfDay(report)).map(
      ([key, count]) => [reasonText(key, language), count] as const,
    ),
    ...Object.entries(report.late ?? {}).flatMap(([when, tally]) =>
      Object.entries(tally.open).map(([key, count]) => {
        const of = words[when as 'ofDay' | 'ofEarlierDays'][language]
        return [`${words.late[language]} ${of}: ${reasonText(key, language)}`, count] as const
      }),
    ),
  ]
  if (all.length === 0) return `<p>${escapeMarkup(words.nothingOpen[language])}</p>`
  const shown = all.map(
    ([name, value]): Bar => ({
      name,
      parts: [{ kind: 'open', value }],
      says: String(value),
    }),
  )
  return bars(words.openWhy[language], shown)
}

function nextPart({ next = [] }: DayReport, language: Language): string {
  if (next.length === 0) return ''
  const heads = [words.who, words.what, words.count, words.overdue, words.due]
  const rows = next.map(({ who, code, count, overdue, dueAt }): readonly Cell[] => [
    wordIn(takerWords, who, language),
    stepText(code, language),
    count,
    overdue,
    dueAt === undefined ? '–' : timeOf(dueAt),
  ])
  return table(
    words.next[language],
    heads.map((one) => one[language]),
    rows,
  )
}

function deadlinePart({ deadlines = [], policy }: DayReport, language: Language): string {
  if (policy === undefined) return ''
  const heads = [words.step, words.due, words.left, words.open, words.overdue]
  const rows = deadlines.map(({ step, dueAt, minutesLeft, open, overdue }): readonly Cell[] => [
    wordIn(stageWords, step, language),
    dueAt === undefined ? '–' : timeOf(dueAt),
    span(minutesLeft),
    open,
    overdue,
  ])
  const named = `${words.policy[language]}: ${policy.regime} (${policy.id} ${policy.version})`
  const unknown =
    policy.unknownSteps === 0
      ? ''
      : `<p class="state open">${escapeMarkup(words.unknownSteps[language])}</p>`
  return `<p>${escapeMarkup(named)}</p>${unknown}${table(
    words.deadlines[language],
    heads.map((one) => one[language]),
    rows,
  )}`
}

function groupPart(
  heading: string,
  head: string,
  groups: readonly (readonly [string, DayTally])[],
  language: Language,
): string {
  if (groups.length === 0) return ''
  const heads = [
    head,
    ...stages.map((stage) => wordIn(stageWords, stage, language)),
    words.byMinutes[language],
    words.open[language],
  ]
  const rows = groups.map(([name, tally]): readonly Cell[] => [
    name,
    ...stages.map((stage) => tally[stage]),
    tally.byMinutes,
    openOf(tally.open),
  ])
  return part(heading, table(heading, heads, rows))
}

function minutesPart({ minutes = [] }: DayReport, language: Language): string {
  const known = minutes.filter(({ count }) => count > 0)
  if (known.length === 0) return ''
  const heads = [words.from, words.to, words.median, words.records]
  const rows = known.map(({ from, to, median, count }): readonly Cell[] => [
    wordIn(stageWords, from, language),
    wordIn(stageWords, to, language),
    median,
    count,
  ])
  return table(
    words.minutes[language],
    heads.map((one) => one[language]),
    rows,
  )
}

function facts(report: DayReport, language: Language): string {
  const { identity, amendments, feedbackOpen, byMinutes } = report
  const open = openOf(report.open)
  const shown: [string, number | undefined][] = [
    [words.open[language], open],
    [words.byMinutes[language], byMinutes],
    [`${words.identity[language]}: ${words.beforeFirstDose[language]}`, identity?.beforeFirstDose],
    [`${words.identity[language]}: ${words.afterFirstDose[language]}`, identity?.afterFirstDose],
    [`${words.identity[language]}: ${words.notMatched[language]}`, identity?.open],
    [`${words.amendments[language]}, ${words.made[language]}`, amendments?.made],
    [words.feedbackOpen[language], feedbackOpen],
  ]
  const items = shown.flatMap(([name, value]) =>
    value === undefined ? [] : [`<div><dt>${escapeMarkup(name)}</dt><dd>${value}</dd></div>`],
  )
  return `<dl>${items.join('')}</dl>`
}

function leftOutLine({ unreadable = 0 }: DayReport, language: Language): string {
  if (unreadable === 0) return ''
  return `<p class="state open">${escapeMarkup(`${words.leftOut[language]} (${unreadable})`)}</p>`
}

function closingLine({ closing }: DayReport, language: Language): string {
  if (closing === undefined) return ''
  const word = closing.state === 'closed' ? words.closed : words.reopened
  const open = closing.open === 0 ? '' : `, ${words.withOpen[language]} ${closing.open}`
  return `<p>${escapeMarkup(`${word[language]} ${timeOf(closing.at)}${open}.`)}</p>`
}

/**
 * A day report as one HTML page with its chart: no script, nothing fetched, readable on a telephone and on paper.
 *
 * It shows what the report says and checks nothing of it.
 */
export function dayReportPage(report: DayReport, language: Language): string {
  const { facility, date, madeAt, finished, late, sessions = [], vaccinators = [] } = report
  const state = finished ? words.finished : words.unfinished
  const day = date.split('-').reverse().join('/')
  const lead = `${words.facility[language]} ${facility}, ${day}, ${words.at[language]} ${timeOf(madeAt)}`
  const name = (id: string) => wordIn(sessionWords, id, language)
  const bySession = sessions.map((one) => [name(one.id), one] as const)
  const byVaccinator = vaccinators.map((one) => [name(one.code), one] as const)
  const lateRows = Object.entries(late ?? {})
    .filter(([, tally]) => tally.given > 0)
    .map(([when, tally]) => [words[when as 'ofDay' | 'ofEarlierDays'][language], tally] as const)
  const body = [
    `<p>${escapeMarkup(lead)}</p>`,
    `<p class="state ${finished ? 'done' : 'open'}">${escapeMarkup(state[language])}</p>`,
    leftOutLine(report, language),
    closingLine(report, language),
    facts(report, language),
    part(words.doses[language], chart(report, language)),
    part(words.openWhy[language], openPart(report, language)),
    part(words.next[language], nextPart(report, language)),
    part(words.deadlines[language], deadlinePart(report, language)),
    groupPart(words.sessions[language], words.session[language], bySession, language),
    groupPart(words.vaccinators[language], words.vaccinator[language], byVaccinator, language),
    groupPart(words.late[language], words.late[language], lateRows, language),
    part(words.minutes[language], minutesPart(report, language)),
  ]
  const title = `${words.title[language]} ${day}`
  return htmlPage({ language, title, style: pieceStyle, body: body.filter(Boolean).join('\n') })
}
