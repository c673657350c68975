/**
 * Writes docs/en/errors.md and docs/vi/errors.md from the catalogues of all packages; `--check`
 * only compares. Catalogues are found by their shape among the exports of every public entry.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue, CatalogueEntry, Language } from '@tiemchung/core'
import { builtName, rooms } from '../house.js'
import { actorNames, pageTexts } from './errors-text.js'

const root = join(import.meta.dirname, '..', '..')

interface Row extends CatalogueEntry {
  readonly code: string
}
interface Section {
  readonly name: string
  readonly rows: readonly Row[]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isCatalogue(value: unknown): value is Catalogue {
  const entries = isRecord(value) ? Object.entries(value) : []
  return (
    entries.length > 0 &&
    entries.every(
      ([code, entry]) =>
        /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(code) &&
        isRecord(entry) &&
        isRecord(entry['says']) &&
        isRecord(entry['todo']),
    )
  )
}

async function catalogueOf(doors: readonly string[]): Promise<Row[]> {
  const rows = new Map<string, Row>()
  for (const door of doors) {
    const module = (await import(door)) as Readonly<Record<string, unknown>>
    for (const value of Object.values(module).filter(isCatalogue)) {
      for (const [code, entry] of Object.entries(value)) rows.set(code, { code, ...entry })
    }
  }
  return [...rows.values()].sort((left, right) => (left.code < right.code ? -1 : 1))
}

/** A code belongs to the first package on the way up that has it; others may only re-export it. */
async function sections(): Promise<Section[]> {
  const known = new Map<string, string>()
  const found: Section[] = []
  for (const place of rooms) {
    const doors = Object.keys(place.entries).map((subpath) =>
      subpath === '.' ? place.name : `${place.name}/${builtName(subpath)}`,
    )
    const all = await catalogueOf(doors)
    for (const { code, says } of all) {
      const before = known.get(code)
      if (before === undefined || before === says.en) continue
      throw new Error(`${place.name} gives ${code} a second meaning`)
    }
    const rows = all.filter(({ code }) => !known.has(code))
    for (const { code, says } of rows) known.set(code, says.en)
    if (rows.length > 0) found.push({ name: place.name, rows })
  }
  return found
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ')
}

function page(language: Language, found: readonly Section[]): string {
  const texts = pageTexts[language]
  const tables = found.map(({ name, rows }) => {
    const lines = rows.map(
      ({ code, says, who, todo }) =>
        `| <a id="${code}"></a>\`${code}\` | ${cell(says[language])} | ${actorNames[language][who]} | ${cell(todo[language])} |`,
    )
    return `## ${name}\n\n${texts.head}\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`
  })
  return `# ${texts.title}\n\n${texts.intro}\n\n${tables.join('\n')}`
}

async function main(): Promise<void> {
  const check = process.argv.includes('--check')
  const found = await sections()
  for (const language of ['en', 'vi'] as const) {
    const file = join(root, 'docs', language, 'errors.md')
    const wanted = page(language, found)
    if (existsSync(file) && readFileSync(file, 'utf8') === wanted) continue
    if (!check) writeFileSync(file, wanted)
    else {
      process.stderr.write(`docs/${language}/errors.md is out of date; run npm run docs\n`)
      process.exitCode = 1
    }
  }
  const codes = found.reduce((sum, { rows }) => sum + rows.length, 0)
  process.stdout.write(`${codes} codes of ${found.length} packages\n`)
}

await main()
