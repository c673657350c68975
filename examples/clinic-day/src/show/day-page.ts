/** The day report as one self-contained page: no script, no request, printable, readable without colour. */
import type { DayOutcome } from '../day/run-day.js'
import type { Row } from './ledger-table.js'
import { word } from './words.js'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

const style = `
:root { color-scheme: light; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --good: #1a7f37; --open: #9a6700; }
* { box-sizing: border-box }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.6rem; margin: 0 } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem }
p.lead { color: var(--soft); margin: .25rem 0 1.5rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .4rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.bar { display: block; height: .6rem; background: #eaeef2; border-radius: .3rem; min-width: 8rem } .bar i { display: block; height: 100%; background: var(--good); border-radius: .3rem }
.finished { color: var(--good) } .open, .silent { color: var(--open) } small { color: var(--soft) }
@media print { body { margin: 0; max-width: none } }`

function stageRow(row: Row): string {
  const [next, ...rest] = row.parts
  const share = row.count === 0 ? 0 : Math.round(((next?.count ?? 0) / row.count) * 1000) / 10
  const others = rest
    .filter((part) => part.count > 0)
    .map((part) => `${escape(word(part.id, 'vi'))}: ${part.count}`)
    .join(' · ')
  return `<tr><th scope="row">${escape(word(row.id, 'vi'))}<br><small>${escape(word(row.id, 'en'))}</small></th>
<td class="number">${row.count}</td><td class="number">${next?.count ?? 0}</td>
<td><span class="bar" role="img" aria-label="${share} %"><i style="width:${share}%"></i></span><small>${others}</small></td></tr>`
}

const marks: Readonly<Record<string, string>> = { finished: '✓', open: '…', silent: '?' }

function facilityRows({ rollUp, truth }: DayOutcome): string {
  return rollUp.rows
    .map((row) => {
      const name = truth.facilities.find((one) => one.code === row.facility)?.name ?? ''
      const why = Object.entries(row.report?.open ?? {})
        .map(
          ([reason, count]) =>
            `${escape(word(reason.split('.').slice(1).join('.'), 'vi'))}: ${count}`,
        )
        .join(' · ')
      return `<tr><td>${escape(row.facility)}</td><td>${escape(name)}</td><td class="${row.state}">${marks[row.state] ?? '–'} ${escape(word(row.state, 'vi'))}</td><td class="number">${row.report?.given ?? ''}</td><td><small>${why}</small></td></tr>`
    })
    .join('\n')
}

/** The page. It holds counts only, and no child's name. */
export function dayPage(outcome: DayOutcome): string {
  const { truth, rows, amendments } = outcome
  return `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Báo cáo buổi tiêm ${truth.day}</title><style>${style}</style></head>
<body>
<h1>Báo cáo buổi tiêm ${truth.day}</h1>
<p class="lead">Công văn 1815/BYT-CNTT, điều 2: nhập đủ, đúng và ký số trong ngày. Dữ liệu minh hoạ, không phải người thật.</p>
<h2>Từ danh sách đến chứng nhận</h2>
<table><thead><tr><th>Bước</th><th>Tổng</th><th>Đi tiếp</th><th>Phần còn lại</th></tr></thead>
<tbody>${rows.map(stageRow).join('\n')}</tbody></table>
<p>Bản ghi sửa đổi: ${amendments.made}, đã ký ${amendments.signed}, nền tảng đã nhận ${amendments.acknowledged}. Chứng nhận cấp lại: ${outcome.reissued}.</p>
<h2>Các cơ sở trong huyện</h2>
<table><thead><tr><th>Mã</th><th>Cơ sở</th><th>Tình trạng</th><th>Đã tiêm</th><th>Còn vướng</th></tr></thead>
<tbody>${facilityRows(outcome)}</tbody></table>
</body></html>
`
}
