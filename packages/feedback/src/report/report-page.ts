import { civilDateAt, escapeMarkup, htmlPage, type Language } from '@tiemchung/core'
import type { FeedbackReport, FeedbackReportRow } from './feedback-report.js'
import { openChart } from './report-chart.js'
import { columns, rounded } from './report-csv.js'
import type { Tally } from './tally.js'
import { levelWords, reportWords } from './words.js'

const mostBars = 20

const style = `
table { font-size: .9rem }
th, td { text-align: right }
th[scope=row], td.text, .scroll th:nth-child(-n+3), th:first-child { text-align: left }
dl { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0 }
dl div { border: 1px solid #767676; padding: .4rem .7rem; min-width: 8rem }
dt { font-size: .8rem } dd { margin: 0; font-size: 1.5rem; font-weight: 600 }
.bad { font-weight: 700; text-decoration: underline }
svg { max-width: 48rem; width: 100%; height: auto; font-size: 12px }
svg .late { fill: #8a1c1c } svg .rest { fill: #7fa6cf }
@page { size: A4 landscape; margin: 12mm }
`

/** An instant as it is read in Viet Nam. */
function timeOf(at: Date, language: Language): string {
  const day = civilDateAt(at)
  const minutes = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16)
  return `${language === 'vi' ? day.split('-').reverse().join('/') : day} ${minutes}`
}

const bad: ReadonlySet<string> = new Set(['untouched', 'unassigned', 'overdue', 'escalated'])

function cells(tally: Tally): string {
  return columns
    .map((column) => {
      const value = rounded(tally[column]) ?? '–'
      const mark = bad.has(column) && value !== 0 ? ' class="bad"' : ''
      return `<td${mark}>${value}</td>`
    })
    .join('')
}

function unitRow(row: FeedbackReportRow, language: Language): string {
  const say = reportWords[language]
  const { unit, name, lastLogIn, own, all } = row
  const seen = lastLogIn === undefined ? say.never : timeOf(lastLogIn, language)
  const head = `${levelWords[unit.level][language]} ${unit.unit}`
  const shown = own.recorded === all.recorded ? own : all
  const below = own.recorded === all.recorded ? '' : ` (${say.withBelow})`
  return `<tr><th scope="row">${escapeMarkup(name === '' ? head : name)}</th><td class="text">${escapeMarkup(head + below)}</td><td class="text${lastLogIn === undefined ? ' bad' : ''}">${escapeMarkup(seen)}</td>${cells(shown)}</tr>`
}

function summary({ total }: FeedbackReport, language: Language): string {
  const say = reportWords[language]
  const shown = ['open', 'untouched', 'unassigned', 'dueToday', 'overdue', 'medianHours'] as const
  const items = shown.map((key) => {
    return `<div><dt>${escapeMarkup(say[key])}</dt><dd>${rounded(total[key]) ?? '–'}</dd></div>`
  })
  return `<dl>${items.join('')}</dl>`
}

function readingsTable({ readings }: FeedbackReport, language: Language): string {
  const say = reportWords[language]
  const rows = (['strict', 'lenient'] as const).map((one) => {
    const { overdue, met, missed } = readings[one]
    return `<tr><th scope="row">${escapeMarkup(say[one])}</th><td>${overdue}</td><td>${met}</td><td>${missed}</td></tr>`
  })
  const heads = [say.readings, say.overdue, say.met, say.missed]
  return `<table><thead><tr>${heads.map((one) => `<th scope="col">${escapeMarkup(one)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function unitTable({ rows, total }: FeedbackReport, language: Language): string {
  const say = reportWords[language]
  const heads = [say.name, say.level, say.lastLogIn, ...columns.map((column) => say[column])]
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeMarkup(say.units)}"><table><thead><tr>${heads.map((one) => `<th scope="col">${escapeMarkup(one)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => unitRow(row, language)).join('\n')}
</tbody><tfoot><tr><th scope="row">${escapeMarkup(say.total)}</th><td></td><td></td>${cells(total)}</tr></tfoot></table></div>`
}

function silentList({ neverLoggedIn }: FeedbackReport, language: Language): string {
  const say = reportWords[language]
  if (neverLoggedIn.length === 0) return `<p>${escapeMarkup(say.none)}</p>`
  const items = neverLoggedIn.map(({ name, level, unit }) => {
    return `<li>${escapeMarkup(`${name} (${levelWords[level][language]} ${unit})`)}</li>`
  })
  return `<ul>${items.join('')}</ul>`
}

/**
 * A report as one HTML page: no script, nothing fetched, readable on a telephone and on paper. Units with
 * untouched items come first, and those in which nobody ever logged in are named.
 */
export function reportPage(report: FeedbackReport, language: Language): string {
  const say = reportWords[language]
  const { id, version } = report.policy
  const lead = `${say.lead} ${say.at} ${timeOf(report.at, language)}. ${say.policy}: ${id} ${version}.`
  const body = `<p>${escapeMarkup(lead)}</p>
${summary(report, language)}
<h2>${escapeMarkup(say.chart)}</h2>
${openChart(report.rows, language, mostBars) || `<p>${escapeMarkup(say.none)}</p>`}
<h2>${escapeMarkup(say.units)}</h2>
${unitTable(report, language)}
<h2>${escapeMarkup(say.readings)}</h2>
${readingsTable(report, language)}
<h2>${escapeMarkup(say.silent)}</h2>
${silentList(report, language)}`
  return htmlPage({ language, title: say.title, style, body })
}
