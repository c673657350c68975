/**
 * Breaks every guard of the house, in a copy, and expects that guard to notice: it must be red, and
 * what it prints must name the break. A guard without a break, and a break without a guard, fail too.
 *
 * `--only id,id` tests some guards. Prints a table, then `N guards red as they should be`.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { linesOf, runNode } from './check/command.js'
import { steps } from './check/steps.js'
import type { Break } from './selftest/break.js'
import { type Copy, copyOf } from './selftest/copy.js'
import { meaningBreaks } from './selftest/meaning-breaks.js'
import { packagingBreaks } from './selftest/packaging-breaks.js'
import { sourceBreaks } from './selftest/source-breaks.js'

const breaks: readonly Break[] = [...sourceBreaks, ...meaningBreaks, ...packagingBreaks]

/** Guards that cost next to nothing: they are asked about every break, and must stay as they were. */
const quick: readonly string[] = ['direction', 'manifests']

interface Look {
  readonly text: string
  readonly red: ReadonlySet<string>
}

interface Row {
  readonly guard: string
  readonly by: string
  readonly verdict: string
  readonly good: boolean
}

/** Runs some guards on the copy, with the copy's own tools. */
async function look(copy: Copy, guard: string): Promise<Look> {
  const ids = [...new Set([...quick, guard])]
  const ran = await runNode(
    [
      '--conditions=@tiemchung/source',
      '--import',
      'tsx',
      'tools/check/index.ts',
      '--only',
      ids.join(),
    ],
    { cwd: copy.root, env: { TIEMCHUNG_ROOT: copy.root } },
  )
  const lines = linesOf(ran)
  const red = ids.filter((id) => lines.some((line) => line.startsWith(id) && / FAILED /.test(line)))
  return { text: lines.join('\n'), red: new Set(red) }
}

/** Tests of other packages would take minutes and show nothing: the unit guard is tested on core. */
function prepare(copy: Copy, guard: string): void {
  if (guard !== 'unit') return
  const floors = JSON.parse(copy.read('tools/check/coverage.json')) as Record<string, object>
  const none = { lines: 0, branches: 0 }
  const easy = Object.keys(floors).map((folder) => [
    folder,
    folder === 'core' ? { lines: 99, branches: 95 } : none,
  ])
  copy.write('tools/check/coverage.json', JSON.stringify(Object.fromEntries(easy)))
  copy.replace(
    'vitest.config.ts',
    /include: \[[^\]]*\.test\.ts'[^\]]*\]/,
    "include: ['packages/core/src/**/*.test.ts']",
  )
}

/** Breaks the copy; a break that cannot be made (what it touches has moved) is a finding. */
function attempt(copy: Copy, one: Break): Row[] {
  try {
    one.apply(copy)
    return []
  } catch (error) {
    const verdict = `COULD NOT BE BROKEN: ${String(error)}`
    return [{ guard: one.guard, by: one.by, verdict, good: false }]
  }
}

function judge(one: Break, sound: Look, broken: Look): Row {
  const row = (verdict: string, good = false): Row => ({
    guard: one.guard,
    by: one.by,
    verdict,
    good,
  })
  if (!broken.red.has(one.guard)) return row('GREEN')
  if (!one.says.test(broken.text)) return row('red, but not for this')
  if (one.says.test(sound.text)) return row('was said before it was broken')
  return row('red', true)
}

/** Quick guards that a break turned red although they do not guard against it. */
function bystanders(all: readonly Break[], guard: string, sound: Look, broken: Look): Row[] {
  const expected = new Set([guard, ...all.flatMap((one) => one.also ?? [])])
  return [...broken.red]
    .filter((id) => !expected.has(id) && !sound.red.has(id))
    .map((id) => ({
      guard: id,
      by: `the breaks of ${guard}`,
      verdict: 'RED, should not be',
      good: false,
    }))
}

async function testGuard(copy: Copy, guard: string): Promise<Row[]> {
  const mine = breaks.filter((one) => one.guard === guard)
  if (mine.length === 0) return [{ guard, by: '-', verdict: 'NEVER BROKEN', good: false }]
  prepare(copy, guard)
  const sound = await look(copy, guard)
  const impossible = mine.flatMap((one) => attempt(copy, one))
  const broken = await look(copy, guard)
  copy.mend()
  const already = sound.red.has(guard)
    ? [{ guard, by: 'nothing', verdict: 'RED ALREADY', good: false }]
    : []
  return [
    ...already,
    ...impossible,
    ...mine
      .filter((one) => !impossible.some((row) => row.by === one.by))
      .map((one) => judge(one, sound, broken)),
    ...bystanders(mine, guard, sound, broken),
  ]
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function table(rows: readonly Row[]): void {
  const guard = Math.max(...rows.map((row) => row.guard.length))
  const by = Math.max(...rows.map((row) => row.by.length))
  for (const row of rows) say(`${row.guard.padEnd(guard)}  ${row.by.padEnd(by)}  ${row.verdict}`)
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  const ids = steps.map((step) => step.id)
  const guards = values.only?.split(',') ?? ids
  const strangers = breaks.filter((one) => !ids.includes(one.guard))
  const copy = copyOf(join(import.meta.dirname, '..'))
  const rows: Row[] = strangers.map(({ guard, by }) => ({
    guard,
    by,
    verdict: 'NO SUCH GUARD',
    good: false,
  }))
  try {
    for (const guard of guards) {
      say(`breaking ${guard} ...`)
      rows.push(...(await testGuard(copy, guard)))
    }
  } finally {
    copy.dispose()
  }
  say('')
  table([{ guard: 'guard', by: 'broken by', verdict: 'red?', good: true }, ...rows])
  const bad = rows.filter((row) => !row.good)
  say('')
  say(`${rows.length - bad.length} breaks noticed, ${bad.length} findings, ${guards.length} guards`)
  if (bad.length > 0) process.exitCode = 1
}

await main()
