/** Open items as bars: overdue and in time, by unit. */
import { escapeMarkup, type Language } from '@tiemchung/core'
import type { FeedbackReportRow } from './feedback-report.js'
import { levelWords, reportWords } from './words.js'

const frame = { width: 720, left: 250, right: 70, row: 24, top: 34 }

const nameOf = ({ name, unit }: FeedbackReportRow, language: Language): string =>
  name === '' ? `${levelWords[unit.level][language]} ${unit.unit}` : name

function bar(row: FeedbackReportRow, index: number, most: number, language: Language): string {
  const { open, overdue } = row.own
  const wide = (frame.width - frame.left - frame.right) / most
  const y = frame.top + index * frame.row
  const say = reportWords[language]
  const [late, rest] = [overdue * wide, (open - overdue) * wide].map((one) => one.toFixed(1))
  const name = nameOf(row, language)
  const label = `${name}: ${open} ${say.open.toLowerCase()}, ${overdue} ${say.overdue.toLowerCase()}`
  return `<g><title>${escapeMarkup(label)}</title>
<text x="${frame.left - 8}" y="${y + 15}" text-anchor="end">${escapeMarkup(name.slice(0, 38))}</text>
<rect class="late" x="${frame.left}" y="${y + 3}" width="${late}" height="16"/>
<rect class="rest" x="${(frame.left + overdue * wide).toFixed(1)}" y="${y + 3}" width="${rest}" height="16"/>
<text x="${(frame.left + open * wide + 6).toFixed(1)}" y="${y + 15}">${open} (${overdue})</text></g>`
}

/** Bars of the units with the most open items of their own, at most `limit`; empty where nothing is open. */
export function openChart(
  rows: readonly FeedbackReportRow[],
  language: Language,
  limit: number,
): string {
  const shown = rows
    .filter(({ own }) => own.open > 0)
    .sort((one, other) => other.own.open - one.own.open)
    .slice(0, limit)
  if (shown.length === 0) return ''
  const say = reportWords[language]
  const most = Math.max(...shown.map(({ own }) => own.open))
  const height = frame.top + shown.length * frame.row + 8
  const bars = shown.map((row, index) => bar(row, index, most, language)).join('\n')
  return `<svg viewBox="0 0 ${frame.width} ${height}" role="img" aria-label="${escapeMarkup(say.chart)}">
<g class="key"><rect class="late" x="${frame.left}" y="8" width="12" height="12"/><text x="${frame.left + 18}" y="18">${escapeMarkup(say.overdue)}</text>
<rect class="rest" x="${frame.left + 150}" y="8" width="12" height="12"/><text x="${frame.left + 168}" y="18">${escapeMarkup(say.inTime)}</text></g>
${bars}
</svg>`
}
