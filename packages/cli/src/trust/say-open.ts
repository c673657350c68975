/** What stands against files about trust: one line for each reason, however long they are. */
import { explainTrustCheck } from '@tiemchung/certificates/trust'
import type { Check, Language, Sentences } from '@tiemchung/core'
import { sentenceOf } from '../command/x509/reason-words.js'
import type { Io } from '../io.js'

const words: Readonly<
  Record<Language, { readonly list: string; readonly items: (count: number) => string }>
> = {
  vi: {
    list: 'Danh sách tin cậy không dùng được',
    items: (count) => `Danh sách tin cậy: ${count} chứng thư số không dùng được`,
  },
  en: {
    list: 'The trust list is not in force',
    items: (count) =>
      `Trust list: ${count} ${count === 1 ? 'certificate' : 'certificates'} without effect`,
  },
}

const askWhy: Sentences = {
  vi: 'Xem lý do bằng tiemchung x509 verify.',
  en: 'Ask tiemchung x509 verify why.',
}

/** What the program itself asks of a list, by the age that it was given. */
const tooOld: Sentences = {
  vi: 'Danh sách cũ hơn mức cho phép. Tải danh sách mới, hoặc cho phép lâu hơn bằng --max-age.',
  en: 'The list is older than allowed. Fetch a fresh one, or allow more with --max-age.',
}

function sentencesOf(check: Check, language: Language): string {
  const entry = explainTrustCheck(check)
  if (entry !== undefined) return `${entry.says[language]} ${entry.todo[language]}`
  if (check.reason === 'too-old') return tooOld[language]
  const says = check.reason === undefined ? undefined : sentenceOf(check.reason, language)
  return [says, askWhy[language]].filter(Boolean).join(' ')
}

const isOfList = ({ id }: Check) => id === 'trust-list.freshness' || id.startsWith('snapshot.')

/** Says it on the side of the talk. */
export function sayOpen(io: Io, open: readonly Check[], language: Language): void {
  const { list, items } = words[language]
  const counts = new Map<string, { readonly check: Check; count: number }>()
  for (const check of open) {
    const { id, reason, params } = check
    const key = [id, params?.['check'], reason].filter(Boolean).join(' ')
    const known = counts.get(key) ?? { check, count: 0 }
    known.count += 1
    counts.set(key, known)
  }
  for (const [key, { check, count }] of counts) {
    const head = isOfList(check) ? list : items(count)
    io.say(`${head}. ${sentencesOf(check, language)} [${key}]`)
  }
}
