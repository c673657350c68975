/** A list that is brought up to date before somebody's eyes. */
import { isSdkError, type Language } from '@tiemchung/core'
import type { ExitCode } from '../exit-code.js'
import type { Io } from '../io.js'
import { sayError } from '../say-error.js'
import { sayOpen } from './say-open.js'
import type { TrustState } from './state.js'
import {
  isCurrent,
  keptFrom,
  type Updated,
  updateList,
  type UpdateTerms,
  withList,
} from './update-list.js'

type Word = 'fresh' | 'unchanged' | 'overdue' | 'kept'

const words: Readonly<Record<Language, Readonly<Record<Word, string>>>> = {
  vi: {
    fresh: 'Danh sách mới đã được lưu',
    unchanged: 'Danh sách không thay đổi',
    overdue: 'nhưng đã quá hạn: hỏi nơi phát hành',
    kept: 'Giữ nguyên danh sách đang có.',
  },
  en: {
    fresh: 'A fresh list was kept',
    unchanged: 'The list is unchanged',
    overdue: 'but it is overdue: ask its publisher',
    kept: 'The list at hand stays.',
  },
}

function sayUpdated(io: Io, updated: Updated, terms: UpdateTerms, language: Language): ExitCode {
  const says = words[language]
  if ('list' in updated) {
    const { list, outcome } = updated
    const current = isCurrent(list, terms)
    io.say(`${says[outcome]} (${list.state.sequence})${current ? '' : `, ${says.overdue}`}`)
    return current ? 0 : 2
  }
  if ('error' in updated) sayError(io, updated.error, language)
  else sayOpen(io, updated.open, language)
  return updated.outcome === 'refused' ? 1 : 2
}

/** Brings one list up to date; what stands in the way is said, and the list at hand stays. */
export async function updateOne(
  io: Io,
  source: string,
  state: TrustState,
  terms: UpdateTerms,
  language: Language,
): Promise<{ readonly state: TrustState; readonly code: ExitCode }> {
  try {
    const updated = await updateList(io, source, state, terms)
    const code = sayUpdated(io, updated, terms, language)
    const stays = !('list' in updated) && keptFrom(state, source) !== undefined
    if (stays) io.say(words[language].kept)
    return { state: 'list' in updated ? withList(state, updated.list) : state, code }
  } catch (caught) {
    if (!isSdkError(caught) || caught.name === 'InputError') throw caught
    sayError(io, caught, language)
    return { state, code: 65 }
  }
}
