/** The day report as one self-contained page: no script, no request, printable, readable without colour. */
import { escapeMarkup } from '@tiemchung/core'
import type { DayOutcome } from '../day/run-day.js'
import type { DayTable } from '../table/day-table.js'
import type { Row } from '../table/row.js'
import { pageStyle } from './page-style.js'
import { openText } from './summary.js'
import { type Language, word } from './words.js'

const text = {
  vi: {
    title: 'Báo cáo buổi tiêm',
    lead: 'Công văn 1815/BYT-CNTT, điều 2: nhập đầy đủ, chính xác và ký số, xong trong ngày. Trẻ, số và khoá đều là dữ liệu minh hoạ.',
    path: 'Từ danh sách đến chứng nhận',
    step: ['Bước', 'Tổng', 'Đi tiếp', 'Vì sao không đi tiếp'],
    beside: 'Sửa đổi và cấp lại',
    facilities: 'Các cơ sở trong huyện',
    facility: ['Mã', 'Cơ sở', 'Tình trạng', 'Đã tiêm', 'Còn vướng'],
    silent: 'có kế hoạch tiêm, không có báo cáo',
    trials: 'Chứng nhận đem thử',
    trial: ['Chứng nhận', 'Kết quả kiểm tra ngoại tuyến'],
    adds: 'Mọi dòng cộng khớp: mỗi trẻ thuộc đúng một nhóm.',
    wrong: 'Không khớp:',
  },
  en: {
    title: 'Vaccination day report',
    lead: 'Dispatch 1815/BYT-CNTT, article 2: entered fully and correctly and digitally signed, finished within the day. Children, numbers and keys are invented.',
    path: 'From the list to the certificate',
    step: ['Stage', 'Total', 'Goes on', 'Why the others do not'],
    beside: 'Amendments and re-issues',
    facilities: 'Facilities of the district',
    facility: ['Code', 'Facility', 'State', 'Given', 'Still open'],
    silent: 'vaccinates by the plan, no report',
    trials: 'Certificates that were tried',
    trial: ['Certificate', 'What the offline verifier said'],
    adds: 'All rows add up: each child is in exactly one class.',
    wrong: 'Does not add up:',
  },
} as const

const head = (cells: readonly string[]): string =>
  `<thead><tr>${cells.map((cell) => `<th scope="col">${escapeMarkup(cell)}</th>`).join('')}</tr></thead>`

function stageRow({ id, count, parts }: Row, language: Language): string {
  const [next, ...rest] = parts
  const share = count === 0 ? 0 : Math.round(((next?.count ?? 0) / count) * 1000) / 10
  const others = rest
    .filter((part) => part.count > 0)
    .map((part) => `<li>${escapeMarkup(word(part.id, language))} <b>${part.count}</b></li>`)
    .join('')
  const goesOn = `${escapeMarkup(word(next?.id ?? '', language))} <b>${next?.count ?? 0}</b>`
  return `<tr><th scope="row">${escapeMarkup(word(id, language))}</th><td class="number">${count}</td>
<td>${goesOn}<span class="bar" role="img" aria-label="${share} %"><i style="width:${share}%"></i></span></td>
<td><ul>${others}</ul></td></tr>`
}

const marks: Readonly<Record<string, string>> = { finished: '✓', open: '…', silent: '?' }

function facilityRows({ rollUp, truth }: DayOutcome, language: Language): string {
  return rollUp.rows
    .map(({ facility, state, report }) => {
      const name = truth.facilities.find((one) => one.code === facility)?.name ?? ''
      const why =
        state === 'silent' ? text[language].silent : openText(report?.open ?? {}, language)
      const shown = `${marks[state] ?? '–'} ${word(state, language)}`
      return `<tr><td>${escapeMarkup(facility)}</td><td>${escapeMarkup(name)}</td><td class="${state}">${escapeMarkup(shown)}</td>
<td class="number">${report?.given ?? '–'}</td><td>${escapeMarkup(why)}</td></tr>`
    })
    .join('\n')
}

function trialRows({ verified, feedback }: DayOutcome, language: Language): string {
  return [...verified.trials, ...feedback.trials]
    .map(
      ({ what, reason }) =>
        `<tr><td>${escapeMarkup(word(what, language))}</td><td><code>${escapeMarkup(reason)}</code></td></tr>`,
    )
    .join('\n')
}

/** The page. It holds counts only, and no child's name. */
export function dayPage(outcome: DayOutcome, table: DayTable, language: Language): string {
  const says = text[language]
  const { day: date } = outcome.truth
  const day = language === 'vi' ? date.split('-').reverse().join('/') : date
  const beside = table.beside.filter(({ id }) => id !== 'facilities')
  const rows = (all: readonly Row[]) => all.map((row) => stageRow(row, language)).join('\n')
  const sums =
    table.faults.length === 0
      ? says.adds
      : `${says.wrong} ${table.faults.map(escapeMarkup).join('; ')}`
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${says.title} ${day}</title><style>${pageStyle}</style></head>
<body>
<h1>${says.title} ${day}</h1>
<p class="lead">${says.lead}</p>
<h2>${says.path}</h2>
<table>${head(says.step)}<tbody>${rows(table.stages)}</tbody></table>
<p>${sums}</p>
<h2>${says.beside}</h2>
<table>${head(says.step)}<tbody>${rows(beside)}</tbody></table>
<h2>${says.facilities}</h2>
<table>${head(says.facility)}<tbody>${facilityRows(outcome, language)}</tbody></table>
<h2>${says.trials}</h2>
<table>${head(says.trial)}<tbody>${trialRows(outcome, language)}</tbody></table>
</body></html>
`
}
