/**
 * Writes docs/en/authorisation.md and docs/vi/authorisation.md from the table that the sandbox keeps to and from its
 * OpenAPI document; `--check` only compares.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '@tiemchung/core'
import type { Role } from '@tiemchung/schemas/wire'
import {
  type Action,
  rowOf,
  table,
  type Whose,
} from '../../packages/sandbox/src/authorisation/table.js'
import { pageTexts, roleTexts, whoseTexts } from './authorisation-text.js'

const root = join(import.meta.dirname, '..', '..')

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { 'x-action': Action }>>>>
}

/** Calls by the action that they are. */
function callsByAction(): ReadonlyMap<string, readonly string[]> {
  const file = join(root, 'packages', 'sandbox', 'openapi.json')
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as Document
  const calls = new Map<string, string[]>()
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, { 'x-action': action }] of Object.entries(item)) {
      calls.set(action, [...(calls.get(action) ?? []), `\`${method.toUpperCase()} ${path}\``])
    }
  }
  return calls
}

/** Who may, those of one kind of data together, in the order of the row. */
function grantsOf(action: Action, language: Language): string {
  const byWhose = new Map<Whose, string[]>()
  for (const [role, whose] of Object.entries(rowOf(action)) as [Role | 'public', Whose][]) {
    byWhose.set(whose, [...(byWhose.get(whose) ?? []), roleTexts[language][role]])
  }
  return [...byWhose].map(([whose, roles]) => `${roles.join(', ')}: \`${whose}\``).join('<br>')
}

function page(language: Language, calls: ReadonlyMap<string, readonly string[]>): string {
  const texts = pageTexts[language]
  const words = Object.entries(whoseTexts[language]).map(
    ([word, says]) => `| \`${word}\` | ${says} |`,
  )
  const rows = (Object.keys(table) as Action[]).map(
    (action) =>
      `| \`${action}\` | ${(calls.get(action) ?? []).join('<br>')} | ${grantsOf(action, language)} |`,
  )
  return [
    `# ${texts.title}`,
    texts.intro,
    `## ${texts.whose}`,
    [texts.whoseHead, '| --- | --- |', ...words].join('\n'),
    `## ${texts.table}`,
    `${[texts.tableHead, '| --- | --- | --- |', ...rows].join('\n')}\n`,
  ].join('\n\n')
}

const calls = callsByAction()
for (const language of ['en', 'vi'] as const) {
  const file = join(root, 'docs', language, 'authorisation.md')
  const wanted = page(language, calls)
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) continue
  if (!process.argv.includes('--check')) writeFileSync(file, wanted)
  else {
    process.stderr.write(`docs/${language}/authorisation.md is out of date; run npm run docs\n`)
    process.exitCode = 1
  }
}
process.stdout.write(`${Object.keys(table).length} actions\n`)
