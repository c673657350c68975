import { parseInstant } from '@tiemchung/core'
import type { Office } from '../facility/office.js'
import { everybody, type TrueFacility, type Truth, type TrueChild } from '../generate/truth.js'
import type { Platform } from '../platform/platform.js'
import type { Language } from '../show/words.js'

/** A facility that vaccinates today: its process, and what the district's plan says of it. */
export interface Vaccinating extends TrueFacility {
  readonly office: Office
}

/** Says what a step came to, in the language of the run. */
export type Say = (step: number, vi: string, en: string) => void

/** What all steps of the day share. */
export interface Stage {
  readonly truth: Truth
  readonly platform: Platform
  readonly facilities: readonly Vaccinating[]
  /** Folder into which everything is written. */
  readonly out: string
  readonly language: Language
  readonly say: Say
  readonly progress: (label: string, done: number, total: number) => void
}

/** An instant of the day. */
export const at = (truth: Truth, time: string): Date =>
  parseInstant(`${truth.day}T${time}:00+07:00`)

/** Moves every clock of the day: the platform's and each facility's. */
export async function moveClocks(stage: Stage, time: string): Promise<void> {
  const instant = at(stage.truth, time)
  await stage.platform.moveClock(instant)
  await Promise.all(
    stage.facilities.map(({ office }) => office.ask('setClock', instant.toISOString())),
  )
}

/** The child behind a key: what its family and its papers say. */
export function childOf({ truth }: Stage, key: string): TrueChild {
  const found = everybody(truth).find((child) => child.key === key)
  if (found === undefined) throw new Error(`no child ${key}`)
  return found
}

/** The facility behind a code. */
export function facilityOf({ facilities }: Stage, code: string): Vaccinating {
  const found = facilities.find((one) => one.code === code)
  if (found === undefined) throw new Error(`${code} does not vaccinate today`)
  return found
}

/** Asks all facilities the same at once, each in its own process, and pairs the answers with them. */
export async function askAll<Output>(
  { facilities }: Pick<Stage, 'facilities'>,
  ask: (facility: Vaccinating) => Promise<Output>,
): Promise<readonly { readonly facility: Vaccinating; readonly answer: Output }[]> {
  return Promise.all(
    facilities.map(async (facility) => ({ facility, answer: await ask(facility) })),
  )
}

/** Counts words. */
export function tallyOf(words: Iterable<string>): Readonly<Record<string, number>> {
  const tally: Record<string, number> = {}
  for (const word of words) tally[word] = (tally[word] ?? 0) + 1
  return tally
}
