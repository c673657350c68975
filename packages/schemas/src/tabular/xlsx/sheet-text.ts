/** The text of cells straight from a sheet's XML: enough to find the heading without reading all cells. */
import { readReference } from './scan-sheet.js'

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal ?? -1) : Number.parseInt(String(hex), 16)
    if (name !== undefined) return entities[String(name)] ?? whole
    return code <= 0x10ffff ? String.fromCodePoint(code) : String(whole)
  })
}

/** The texts of an element: those of its runs, without phonetic guides. */
function textIn(xml: string): string {
  const bare = xml.replace(/<rPh[\s>][\s\S]*?<\/rPh>/g, '')
  const runs = [...bare.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)]
  return unescapeXml(runs.map((run) => run[1] ?? '').join(''))
}

/** The shared strings of a workbook by index. */
export function sharedTexts(xml: string): readonly string[] {
  return [...xml.matchAll(/<si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/si>)/g)].map((match) =>
    textIn(match[1] ?? ''),
  )
}

/** One cell as it stands in the XML of a row. */
export interface XmlCell {
  readonly xml: string
  readonly at: number
  readonly column: number
  /** The attributes of its tag. */
  readonly tag: string
  /** What stands between its tags; empty when it has none. */
  readonly inside: string
}

/** The cells of a row, in their order. */
export function cellsOf(rowXml: string): readonly XmlCell[] {
  return [...rowXml.matchAll(/<c(\s[^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map((match) => {
    const tag = match[1] ?? ''
    const reference = /\sr="([^"]*)"/.exec(tag)?.[1] ?? ''
    return {
      xml: match[0],
      at: match.index,
      column: readReference(reference)?.column ?? -1,
      tag,
      inside: match[2] ?? '',
    }
  })
}

/** The text that a cell shows, for cells of text. */
export function cellText({ tag, inside }: XmlCell, shared: readonly string[]): string {
  if (/\st="inlineStr"/.test(tag)) return textIn(inside)
  const value = unescapeXml(/<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/.exec(inside)?.[1] ?? '')
  return /\st="s"/.test(tag) ? (shared[Number(value)] ?? '') : value
}
