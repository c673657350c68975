/** Tries one guard: green on the sound copy, red on each break, green on what it must let pass. */
import { linesOf, runNode } from '../check/command.js'
import { steps } from '../check/steps.js'
import type { Copy } from './copy.js'
import type { Break, Trial } from './trial.js'

/** A line of the table. */
export interface Row {
  readonly guard: string
  readonly by: string
  readonly verdict: string
  readonly good: boolean
}

interface Look {
  readonly text: string
  readonly red: boolean
}

/** Something done to the copy before the guard is asked. */
interface Change {
  readonly by: string
  apply(copy: Copy): void
}

const conditions = ['--conditions=@tiemchung/source', '--import', 'tsx']

/** Runs the guard on the copy, with the copy's own tools. */
async function look(copy: Copy, guard: string, trial: Trial): Promise<Look> {
  const ran = await runNode([...conditions, 'tools/check/index.ts', '--only', guard], {
    cwd: copy.root,
    env: { ...trial.environment?.(copy), TIEMCHUNG_ROOT: copy.root, NO_COLOR: '1' },
  })
  const text = linesOf(ran).join('\n')
  return { text, red: new RegExp(`^${guard} +FAILED `, 'm').test(text) }
}

/** Asks the guard about changes made together; one that cannot be made is a finding. */
async function ask(
  copy: Copy,
  guard: string,
  trial: Trial,
  changes: readonly Change[],
): Promise<{ readonly seen: Look; readonly impossible: ReadonlyMap<string, string> }> {
  const impossible = new Map<string, string>()
  try {
    trial.prepare?.(copy)
    for (const change of changes) {
      try {
        change.apply(copy)
      } catch (error) {
        impossible.set(change.by, (error as Error).message)
      }
    }
    return { seen: await look(copy, guard, trial), impossible }
  } finally {
    copy.mend()
  }
}

/** The line in which a guard names a break, short enough for a table. */
function quoted(says: RegExp, text: string): string {
  const found = says.exec(text)
  const end = (found?.index ?? 0) + (found?.[0].length ?? 0)
  const line =
    text
      .slice(text.lastIndexOf('\n', end - 1) + 1)
      .split('\n', 1)[0]
      ?.trim() ?? ''
  return line.length > 110 ? `${line.slice(0, 109)}…` : line
}

function verdictOf(one: Break, sound: Look, broken: Look): string | undefined {
  if (!broken.red) return 'GREEN'
  if (!one.says.test(broken.text)) return 'RED, BUT NOT FOR THIS'
  if (one.says.test(sound.text)) return 'WAS SAID BEFORE IT WAS BROKEN'
  return undefined
}

/** The breaks in rounds: those that stand together, and each that must be alone. */
function roundsOf({ breaks }: Trial): readonly (readonly Break[])[] {
  const together = breaks.filter((one) => one.alone !== true)
  const alone = breaks.filter((one) => one.alone === true).map((one) => [one])
  return together.length === 0 ? alone : [together, ...alone]
}

/** Everything that trying a guard shows, a row each. */
export async function tryGuard(
  copy: Copy,
  guard: string,
  trial: Trial | undefined,
): Promise<Row[]> {
  const row = (by: string, verdict: string, good = false): Row => ({ guard, by, verdict, good })
  if (!steps.some(({ id }) => id === guard)) return [row('-', 'NO SUCH GUARD')]
  if (trial === undefined || trial.breaks.length === 0) return [row('-', 'NEVER BROKEN')]
  const { seen: sound } = await ask(copy, guard, trial, [])
  const rows = sound.red ? [row('nothing', `RED ALREADY: ${sound.text.slice(-300)}`)] : []
  for (const round of roundsOf(trial)) {
    const { seen, impossible } = await ask(copy, guard, trial, round)
    for (const one of round) {
      const why = impossible.get(one.by)
      const fault = why === undefined ? verdictOf(one, sound, seen) : `CANNOT BE BROKEN: ${why}`
      rows.push(row(one.by, fault ?? quoted(one.says, seen.text), fault === undefined))
    }
  }
  for (const one of trial.allowances ?? []) {
    const { seen, impossible } = await ask(copy, guard, trial, [one])
    const why = impossible.get(one.by)
    if (why !== undefined) rows.push(row(one.by, `CANNOT BE DONE: ${why}`))
    else
      rows.push(
        seen.red ? row(one.by, 'RED, SHOULD PASS') : row(one.by, '(passes, as it should)', true),
      )
  }
  return rows
}
