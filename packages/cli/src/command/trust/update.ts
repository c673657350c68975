import type { Language } from '@tiemchung/core'
import { type ExitCode, worst } from '../../exit-code.js'
import type { Io } from '../../io.js'
import { ageTerms } from '../../trust/age.js'
import { readState, writeState } from '../../trust/state.js'
import { isAddress } from '../../trust/update-list.js'
import { updateOne } from '../../trust/update-one.js'

/** The options of `trust update`. */
export interface UpdateCommand {
  readonly state?: string
  readonly maxAge?: string
}

const none: Readonly<Record<Language, string>> = {
  vi: 'Chưa có danh sách nào: chạy tiemchung trust update ĐỊA-CHỈ.',
  en: 'There is no list yet: run tiemchung trust update ADDRESS.',
}

/**
 * Fetches a signed list from an address or takes it from a file, or brings all lists that are kept up to date. Fresh or
 * unchanged is 0, one that is refused 1, overdue or without a pinned key 2, out of reach 65.
 */
export async function trustUpdate(
  io: Io,
  source: string | undefined,
  command: UpdateCommand,
  language: Language,
): Promise<ExitCode> {
  const terms = { at: io.clock.now(), ...ageTerms(command.maxAge) }
  let state = await readState(io, command.state)
  const kept = state.lists.map((list) => list.source).filter(isAddress)
  const sources = source === undefined ? [...new Set(kept)] : [source]
  if (sources.length === 0) {
    io.say(none[language])
    return 64
  }
  const codes: ExitCode[] = []
  for (const one of sources) {
    const updated = await updateOne(io, one, state, terms, language)
    codes.push(updated.code)
    if (updated.state !== state) await writeState(io, command.state, updated.state)
    state = updated.state
  }
  return worst(codes)
}
