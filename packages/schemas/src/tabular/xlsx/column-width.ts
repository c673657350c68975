/** The width of one column of a sheet, so that what is written into it can be read. */
import { attribute } from './scan-sheet.js'

const first = attribute('min')
const last = attribute('max')
const widthOf = attribute('width')

/** A `col` for another stretch of columns, with everything else that it says. */
function stretch(tag: string, from: number, to: number): string {
  if (from > to) return ''
  return tag
    .replace(/\smin\s*=\s*(?:"[^"]*"|'[^']*')/, ` min="${from}"`)
    .replace(/\smax\s*=\s*(?:"[^"]*"|'[^']*')/, ` max="${to}"`)
}

const widened = (tag: string, width: number): string =>
  tag
    .replace(/\s(?:width|customWidth|bestFit|hidden)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
    .replace(/\s*\/>$/, ` width="${width}" customWidth="1"/>`)

/** A sheet's XML with a column (counted from 0) that is as wide as asked, or wider where it was. */
export function withWidth(sheet: string, column: number, width: number): string {
  const number = column + 1
  const own = `<col min="${number}" max="${number}" width="${width}" customWidth="1"/>`
  const found = /<cols(?:\s[^>]*)?>([\s\S]*?)<\/cols>/.exec(sheet)
  if (found === null)
    return sheet.replace(/<sheetData[\s/>]/, (data) => `<cols>${own}</cols>${data}`)
  let isThere = false
  const tags = [...(found[1] ?? '').matchAll(/<col\s[^>]*\/>/g)].map(([tag]) => {
    const [from, to] = [Number(first(tag)), Number(last(tag))]
    if (!(from <= number && number <= to)) return { from, xml: tag }
    isThere = true
    const isWide = Number(widthOf(tag) ?? 0) >= width && !/\shidden=/.test(tag)
    const middle = isWide ? tag : widened(tag, width)
    const parts = [
      stretch(tag, from, number - 1),
      stretch(middle, number, number),
      stretch(tag, number + 1, to),
    ]
    return { from, xml: parts.join('') }
  })
  if (!isThere) tags.push({ from: number, xml: own })
  const cols = tags.toSorted((left, right) => left.from - right.from).map(({ xml }) => xml)
  return sheet.replace(found[0], () => `<cols>${cols.join('')}</cols>`)
}
