import { hasCode, type Issue, type Language, ParseError } from '@tiemchung/core'
import {
  type DayPolicy,
  dayRegime,
  dayRegimes,
  type KeptDay,
  openKeptDay,
  readDayPolicy,
} from '@tiemchung/clinic'
import { errorCatalogue } from '../../errors.js'
import type { ExitCode } from '../../exit-code.js'
import { jsonOf } from '../../input.js'
import type { Io } from '../../io.js'
import { sayError } from '../../say-error.js'

/** A day that was opened, and what of its policy is not understood. */
export interface OpenedDay {
  readonly day: KeptDay
  readonly policyIssues: readonly Issue[]
}

async function policyOf(
  io: Io,
  wanted: string,
): Promise<{ readonly policy: DayPolicy; readonly issues: readonly Issue[] }> {
  if (dayRegimes.some((name) => name === wanted)) return { policy: dayRegime(wanted), issues: [] }
  return readDayPolicy(await jsonOf(io, wanted, ['--policy']))
}

/**
 * Does something with the day in a folder, and lets the folder go. Where another program has it, or no list was ever put
 * into it, that is said and the code is 2: nothing is known of the day.
 *
 * @throws ParseError `cli.file` when there is no such folder, `clinic.store.damaged`, `clinic.policy`
 */
export async function withDay(
  io: Io,
  folder: string,
  wanted: string,
  language: Language,
  work: (opened: OpenedDay) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { policy, issues } = await policyOf(io, wanted)
  for (const { message, code } of issues) io.say(`${message[language]} [${code}]`)
  const store = await io.openStore(folder).catch((caught: unknown) => {
    if (hasCode(caught, 'clinic.store.in-use')) {
      sayError(io, caught, language)
      return undefined
    }
    if (caught instanceof ParseError) throw caught
    throw new ParseError(errorCatalogue, 'cli.file', { path: ['folder'], cause: caught })
  })
  if (store === undefined) return 2
  try {
    const day = await openKeptDay(store, { policy, clock: io.clock })
    if (day !== undefined) return await work({ day, policyIssues: issues })
    sayError(io, new ParseError(errorCatalogue, 'cli.day.unknown'), language)
    return 2
  } finally {
    await store.close()
  }
}
